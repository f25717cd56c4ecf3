package dev.harness.cli;

import dev.harness.reference.EngineLimits;
import dev.harness.reference.SessionSchema;
import dev.harness.service.DatabaseOptions;
import dev.harness.service.ServiceOptions;
import dev.harness.target.child.ReadyLine;
import dev.harness.target.postgres.DatabaseAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code harness target}: the reference service on its own. */
@Command(
    name = "target",
    description = "Runs the reference service on its own, until it is interrupted.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  harness target --port 8080",
      "  curl -X POST -H 'X-User-Id: ann' -H 'X-Thread-Id: t1' -H 'X-Run-Id: r1' \\",
      "       -H 'X-Request-Id: q1' 'http://127.0.0.1:8080/requests?work-ms=20'"
    })
public final class TargetCommand implements Callable<Integer> {
  private static final int SESSION_CONNECTIONS = 10;

  @Spec private CommandSpec spec;

  @Mixin private TargetPort port;

  @Option(
      names = "--engines-per-user",
      paramLabel = "N",
      defaultValue = "2",
      description = "Engines that one user may have at once (default: ${DEFAULT-VALUE}).")
  private int enginesPerUser;

  @Option(
      names = "--idle-ping",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = DurationOption.class,
      description =
          "Streams are pinged so often; one that is silent in between is ended"
              + " (default: ${DEFAULT-VALUE}).")
  private Duration idlePing;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL to keep sessions in: a schema \"harness_sessions\" is created, and"
              + " dropped at the end. Without it, sessions are answered with 503.")
  private @Nullable String database;

  @Option(names = "--until-input-ends", hidden = true)
  private boolean untilInputEnds;

  private final ServiceHost host;

  TargetCommand(ServiceHost host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    if (!TargetPort.valid(port.port())) {
      throw new ParameterException(spec.commandLine(), "--port is 0 to 65535, not " + port.port());
    }
    ReadyLine ready = host.open(options());
    if (untilInputEnds) {
      endWithInput();
    }
    spec.commandLine().getOut().println(ready.text());
    spec.commandLine().getOut().flush();
    host.awaitEnd();
    return 0;
  }

  private ServiceOptions options() {
    try {
      return new ServiceOptions(
          new EngineLimits(enginesPerUser, EngineLimits.DEFAULT.timeToLive()),
          ServiceOptions.DEFAULT.streamCapacity(),
          idlePing,
          database == null ? null : sessions(database));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static DatabaseOptions sessions(String url) {
    DatabaseAddress address = DatabaseAddress.parse(url);
    return new DatabaseOptions(
        address.host(),
        address.port(),
        address.database(),
        address.user(),
        address.password(),
        new SessionSchema("harness_sessions"),
        SESSION_CONNECTIONS);
  }

  /**
   * Ends the service when its parent does, however that ends: the parent holds this input open and
   * never writes to it. A Ctrl-C on the terminal reaches both; the parent decides what it means.
   */
  private void endWithInput() {
    Signals.ignoreInterrupts();
    var watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // A broken pipe ends it as its end does.
              }
              host.end();
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
