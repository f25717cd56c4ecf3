package dev.harness.service;

import static dev.harness.service.ServiceClient.now;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.service.ServiceClient.Reply;
import dev.harness.service.fault.Fault;
import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.testing.DatabaseUrl;
import dev.harness.time.SystemTicker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.pgclient.PgConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each variant of the sessions does what it says, seen from outside and by PostgreSQL. */
class SessionFaultsIT {
  private static final String OTHERS = "usename = current_user AND pid <> pg_backend_pid()";

  private static EmbeddedPostgres postgres;
  private static Vertx vertx;
  private static String url;
  private static PgConnection observer;

  @BeforeAll
  static void open() throws Exception {
    postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    vertx = Vertx.vertx();
    url = DatabaseUrl.ofOwner(postgres);
    observer = now(PgConnection.connect(vertx, url));
  }

  @AfterAll
  static void close() throws Exception {
    now(observer.close());
    now(vertx.close());
    postgres.close();
  }

  /** The pool itself has one connection for requests that come one by one, and now and then two. */
  @Test
  void keepsOneConnectionInAHundred() throws Exception {
    try (FaultyService service = start(Fault.LEAK_CONNECTION)) {
      getOneByOne(service, 99);
      long before = sessions("true");

      getOneByOne(service, 602);

      assertThat(sessions("true") - before).isBetween(5L, 7L);
    }
  }

  @Test
  void leavesOneTransactionInAHundredOpen() throws Exception {
    try (FaultyService service = start(Fault.OPEN_TRANSACTION)) {
      getOneByOne(service, 99);
      assertThat(sessions("state = 'idle in transaction'")).isZero();

      getOneByOne(service, 1);

      assertThat(sessions("state = 'idle in transaction'")).isEqualTo(1);
    }
  }

  @Test
  void takesTheSessionOfAnotherUserForItsOwnOnceInAHundred() throws Exception {
    try (FaultyService service = start(Fault.USER_PER_SESSION)) {
      now(put(service, "u-0"));
      for (int i = 0; i < 98; i++) {
        now(get(service, 0));
      }

      // The hundredth transaction sets no user, and every connection still has the one before.
      assertThat(now(get(service, 1)).body()).hasToString("{\"value\":\"of u-0\"}");
    }
  }

  @Test
  void mixesUsersUpWhoUseTheOneConnectionAtOnce() throws Exception {
    try (FaultyService service = start(Fault.SHARED_CONNECTION)) {
      now(put(service, "u-0"));
      now(put(service, "u-1"));

      assertThat(strangers(service.atOnce(50, i -> get(service, i)))).isNotEmpty();
    }
  }

  @Test
  @Timeout(30)
  void replacesItsConnectionsAndLosesNothing() throws Exception {
    try (FaultyService service = start(Fault.RECYCLED_CONNECTIONS)) {
      now(put(service, "u-0"));
      now(put(service, "u-1"));
      long newest = newestSession();

      while (newestSession() == newest) {
        assertThat(strangers(getOneByOne(service, 20))).isEmpty();
      }
    }
  }

  /** A server that was told to end a session still counts it for a while. */
  @BeforeEach
  @Timeout(30)
  void waitForTheEndOfOtherSessions() throws Exception {
    long left;
    do {
      left = sessions("true");
    } while (left > 0);
  }

  private static FaultyService start(Fault fault) {
    return FaultyService.start(vertx, fault, "--database=" + url);
  }

  private static List<Reply> getOneByOne(FaultyService service, int count) throws Exception {
    var replies = new ArrayList<Reply>();
    for (int i = 0; i < count; i++) {
      replies.add(now(get(service, i)));
    }
    return replies;
  }

  /** Two users by turns, each under the same key. */
  private static Future<Reply> get(FaultyService service, int index) {
    return service.client().session(HttpMethod.GET, "u-" + index % 2, Buffer.buffer());
  }

  private static Future<Reply> put(FaultyService service, String user) {
    return service.client().session(HttpMethod.PUT, user, Buffer.buffer("of " + user));
  }

  /** Answers that are not the user's own. */
  private static List<Integer> strangers(List<Reply> replies) {
    return IntStream.range(0, replies.size())
        .filter(i -> !replies.get(i).body().toString().equals("{\"value\":\"of u-" + i % 2 + "\"}"))
        .boxed()
        .toList();
  }

  private static long sessions(String condition) throws Exception {
    return number("SELECT count(*) FROM pg_stat_activity WHERE " + OTHERS + " AND " + condition);
  }

  private static long newestSession() throws Exception {
    return number(
        "SELECT pid::bigint FROM pg_stat_activity WHERE "
            + OTHERS
            + " ORDER BY backend_start DESC LIMIT 1");
  }

  private static long number(String sql) throws Exception {
    return now(observer.query(sql).execute()).iterator().next().getLong(0);
  }
}
