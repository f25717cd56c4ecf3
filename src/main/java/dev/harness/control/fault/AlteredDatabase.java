package dev.harness.control.fault;

import dev.harness.run.port.DatabasePool;
import dev.harness.run.port.DatabaseTarget;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A real database, whose pools are changed. It belongs to whoever opened it. */
record AlteredDatabase(DatabaseTarget real, UnaryOperator<DatabasePool> change)
    implements DatabaseTarget {

  @Override
  public DatabasePool openPool(String name, int size) {
    return change.apply(real.openPool(name, size));
  }

  @Override
  public String version() {
    return real.version();
  }

  @Override
  public Map<String, String> changedSettings() {
    return real.changedSettings();
  }

  @Override
  public int connectionsAvailable() {
    return real.connectionsAvailable();
  }

  @Override
  public Optional<String> rowSecurityExemption() {
    return real.rowSecurityExemption();
  }

  @Override
  public Optional<String> applicationRole() {
    return real.applicationRole();
  }

  @Override
  public DatabasePool openApplicationPool(String name, int size) {
    return change.apply(real.openApplicationPool(name, size));
  }

  @Override
  public Future<Counters> counters() {
    return real.counters();
  }

  @Override
  public Future<List<SessionState>> sessions(String poolName) {
    return real.sessions(poolName);
  }

  @Override
  public Future<List<Held>> held(String poolName) {
    return real.held(poolName);
  }

  @Override
  public boolean restartable() {
    return real.restartable();
  }

  @Override
  public Future<Void> restart() {
    return real.restart();
  }

  /** What is real stays open. */
  @Override
  public void close() {}
}
