package dev.harness.check.database;

import dev.harness.run.Rig;
import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.DatabaseTarget.Counters;
import dev.harness.run.port.DatabaseTarget.SessionState;
import java.time.Duration;

/** A pool from its opening to its end, and what the server counted of it meanwhile. */
final class PoolSession implements AutoCloseable {
  private static final Duration SETTLES_WITHIN = Duration.ofSeconds(2);

  private final Rig rig;
  private final DatabaseTarget database;
  private final String name;
  private final DatabasePool pool;
  private final Counters before;

  /**
   * @param name unique among the pools of the run
   * @param size connections at the most
   */
  PoolSession(Rig rig, String name, int size) {
    this.rig = rig;
    this.database = rig.targets().database();
    this.name = "harness-" + name;
    this.before = rig.await(database.counters(), "reading the database's counters");
    this.pool = database.openPool(this.name, size);
  }

  DatabasePool pool() {
    return pool;
  }

  String name() {
    return name;
  }

  /** What its sessions hold now, when nobody works with them. */
  LeftBehind leftBehind() {
    return new LeftBehind(rig.await(database.held(name), "listing what is held"));
  }

  /**
   * Closes the pool and tells what the server counted since it was opened. A session hands in its
   * counts when it ends, so they are read after the last has.
   */
  Closed end() {
    rig.await(pool.closeAll(), "closing the pool " + name);
    boolean gone = rig.holdsWithin(SETTLES_WITHIN, () -> sessions() == 0);
    long left = gone ? 0 : sessions();
    Counters counted =
        rig.await(database.counters(), "reading the database's counters").minus(before);
    return new Closed(counted, left);
  }

  private long sessions() {
    return rig.await(database.sessions(name), "listing sessions").stream()
        .mapToLong(SessionState::count)
        .sum();
  }

  @Override
  public void close() {
    pool.close();
  }

  /**
   * @param counted by the server while the pool was open
   * @param sessionsLeft that the server still had some seconds after the pool was closed
   */
  record Closed(Counters counted, long sessionsLeft) {}
}
