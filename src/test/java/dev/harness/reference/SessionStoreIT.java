package dev.harness.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.target.postgres.embedded.EmbeddedPostgres;
import dev.harness.target.postgres.embedded.EmbeddedPostgresOptions;
import dev.harness.time.SystemTicker;
import dev.harness.user.UserExecutionContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On one connection that all users share: what is left on it would be seen by the next. */
class SessionStoreIT {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final UserExecutionContext ANN =
      new UserExecutionContext("ann", "t-1", "r-1", "q-1");
  private static final UserExecutionContext BEN =
      new UserExecutionContext("ben", "t-2", "r-2", "q-2");

  private static EmbeddedPostgres postgres;
  private static Vertx vertx;
  private static Pool owner;
  private static Pool application;
  private static SessionSchema schema;
  private static SessionStore store;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker());
    vertx = Vertx.vertx();
    owner = pool(postgres.ownerUser(), postgres.ownerPassword());
    application = pool(postgres.applicationUser(), postgres.applicationPassword());
    schema = new SessionSchema("sessions_under_test", postgres.applicationUser());
    await(schema.create(owner));
    store = new SessionStore(new ScopedTransactions(application), schema);
  }

  @AfterAll
  static void stop() {
    owner.closeAndAwait();
    application.closeAndAwait();
    vertx.close();
    postgres.close();
  }

  @Test
  void keepsEachUsersValueUnderTheSameKey() {
    await(store.put(ANN, "same", "of ann"));
    await(store.put(BEN, "same", "of ben"));

    assertThat(await(store.get(ANN, "same"))).contains("of ann");
    assertThat(await(store.get(BEN, "same"))).contains("of ben");
  }

  @Test
  void showsAnotherUsersKeyAsOneThatDoesNotExist() {
    await(store.put(ANN, "secret", "of ann"));

    assertThat(await(store.get(BEN, "secret"))).isEmpty();
    assertThat(await(store.get(BEN, "no such key"))).isEmpty();
    assertThat(await(store.delete(BEN, "secret"))).isFalse();
    assertThat(await(store.get(ANN, "secret"))).contains("of ann");
  }

  @Test
  void leavesNoUserOnTheConnection() {
    await(store.put(ANN, "left", "of ann"));

    assertThat(visibleRows(application)).isZero();
  }

  @Test
  void bindsTheOwnerOfTheTableToo() {
    await(store.put(ANN, "owned", "of ann"));

    assertThat(visibleRows(owner)).isZero();
  }

  @Test
  void refusesARowForAnotherUser() {
    String forged = "INSERT INTO " + schema.table() + " (user_id, key, value) VALUES ($1, $2, $3)";

    assertThatThrownBy(
            () ->
                await(
                    application.preparedQuery(forged).execute(Tuple.of("ann", "forged", "value"))))
        .hasMessageContaining("row-level security");
  }

  @Test
  void refusesASchemaThatIsSomebodyElses() {
    var somebodyElses = new SessionSchema("public");

    assertThatThrownBy(() -> await(somebodyElses.create(owner)))
        .hasMessageContaining("already exists");
    assertThat(visibleRows(owner)).isZero();
  }

  @Test
  void replacesWhatAKilledServiceLeft() {
    var leftOver = new SessionSchema("left_over");
    await(leftOver.create(owner));
    await(owner.query("CREATE TABLE left_over.more AS SELECT 1").execute());

    await(leftOver.create(owner));

    String tables = "SELECT FROM pg_tables WHERE schemaname = 'left_over'";
    assertThat(await(owner.query(tables).execute()).rowCount()).isEqualTo(1);
    await(leftOver.drop(owner));
  }

  private static int visibleRows(Pool pool) {
    return await(pool.query("SELECT 1 FROM " + schema.table()).execute()).rowCount();
  }

  private static Pool pool(String user, String password) {
    var connect =
        new PgConnectOptions()
            .setHost(postgres.host())
            .setPort(postgres.port())
            .setDatabase(postgres.database())
            .setUser(user)
            .setPassword(password);
    return Pool.newInstance(
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(1))
            .connectingTo(connect)
            .using(vertx)
            .build());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(PATIENCE);
  }
}
