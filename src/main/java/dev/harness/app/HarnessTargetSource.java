package dev.harness.app;

import dev.harness.cli.BuildFacts;
import dev.harness.run.Interruption;
import dev.harness.run.port.TargetSource;
import dev.harness.run.port.Targets;
import dev.harness.target.postgres.DatabaseServer;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import io.vertx.core.impl.launcher.commands.VersionCommand;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Opens the real targets. */
@Singleton
final class HarnessTargetSource implements TargetSource {
  private final Vertx vertx;
  private final Ticker ticker;
  private final Interruption interruption;

  HarnessTargetSource(Vertx vertx, Ticker ticker, Interruption interruption) {
    this.vertx = vertx;
    this.ticker = ticker;
    this.interruption = interruption;
  }

  /** One for the process, because signals come to the process. */
  @Produces
  @Singleton
  static Interruption interruption() {
    return new Interruption();
  }

  @Override
  public Targets open(Optional<NamedDatabase> database) {
    DatabaseServer server =
        database
            .map(named -> interruption.whileBlocked(() -> DatabaseServer.named(vertx, named)))
            .orElseGet(() -> DatabaseServer.embedded(vertx, ticker));
    return new HarnessTargets(vertx, ticker, interruption, server, versions());
  }

  private static Map<String, String> versions() {
    BuildFacts build = BuildFacts.read();
    return Map.of(
        "harness_version", build.harness(),
        "jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        "quarkus_version", build.quarkus(),
        "vertx_version", VersionCommand.getVersion());
  }
}
