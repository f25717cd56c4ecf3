package dev.harness.run.port;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL database, with a schema in it that belongs to this run. */
public interface DatabaseTarget extends AutoCloseable {

  /** Server version, as {@code 18.6}. */
  String version();

  /** Settings that differ from the server's defaults; empty where they could not be read. */
  Map<String, String> changedSettings();

  /**
   * Why row-level security does not bind the role that works here, though it be forced: as {@code
   * "admin" is a superuser}. Empty where it does.
   */
  Optional<String> rowSecurityExemption();

  /** Connections that the server still has room for. */
  int connectionsAvailable();

  /**
   * A pool of its own. Nothing is connected yet.
   *
   * @param name what its sessions are called in {@code pg_stat_activity}
   * @param size connections at the most
   */
  DatabasePool openPool(String name, int size);

  /**
   * The role of an application, which may use what is created in the schema and owns none of it.
   * Empty where none was named.
   */
  Optional<String> applicationRole();

  /**
   * A pool under the role of the application.
   *
   * @throws IllegalStateException where none was named
   */
  DatabasePool openApplicationPool(String name, int size);

  /** The server's own counters of this database, read over a connection to another one. */
  Future<Counters> counters();

  /** Sessions of a pool that the server has now, by their state. */
  Future<List<SessionState>> sessions(String poolName);

  /** What sessions of a pool hold now although they are idle, the oldest first. */
  Future<List<Held>> held(String poolName);

  /** Whether the server is the harness's own, so that it may be restarted. */
  boolean restartable();

  /**
   * Stops the server, which cuts all connections, and starts it again in the same place and with
   * the same data. Done when it accepts connections.
   *
   * @throws IllegalStateException where the server is somebody else's
   */
  Future<Void> restart();

  /** Drops the schema and closes all connections. */
  @Override
  void close();

  /**
   * What the server counts.
   *
   * @param sessions sessions ever established
   * @param abandoned sessions that ended because the client was lost
   * @param commits transactions committed
   */
  record Counters(long sessions, long abandoned, long commits) {

    /** What was counted since. */
    public Counters minus(Counters before) {
      return new Counters(
          sessions - before.sessions, abandoned - before.abandoned, commits - before.commits);
    }
  }

  /**
   * Something that a session holds, and whose session it is.
   *
   * @param application name under which it connected
   * @param pid of its process in the server
   * @param since when the transaction began, or the session last began or ended a statement
   * @param query its last statement
   */
  record Held(Kind kind, String application, int pid, Instant since, String query) {

    /** What can be held. */
    public enum Kind {
      TRANSACTION("open transaction"),
      ADVISORY_LOCK("advisory lock");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      public String words() {
        return words;
      }
    }
  }

  /**
   * Sessions in one state.
   *
   * @param state as PostgreSQL calls it: {@code active}, {@code idle}, {@code idle in transaction}
   * @param count sessions in it
   */
  record SessionState(String state, long count) {}
}
