package dev.harness.cli;

import dev.harness.reference.EngineLimits;
import dev.harness.reference.SessionSchema;
import dev.harness.run.port.ServiceProcess;
import dev.harness.service.DatabaseOptions;
import dev.harness.service.ServiceOptions;
import dev.harness.service.ServiceParts;
import dev.harness.service.fault.Fault;
import dev.harness.service.legacy.LegacyTwin;
import dev.harness.target.postgres.DatabaseAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * The options of {@code harness target}. Read before everything else as well, because the HTTP
 * server starts before the command line is parsed.
 */
@Command(mixinStandardHelpOptions = true)
public final class TargetOptions {
  /** The harness starts its own target with it. */
  static final String OF_A_CHILD = "--until-input-ends";

  private static final int SESSION_CONNECTIONS = 10;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      converter = WholeNumber.Port.class,
      description =
          "Where it listens, on the loopback interface; 0 for any (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--engines-per-user",
      paramLabel = "N",
      defaultValue = "2",
      converter = WholeNumber.Count.class,
      description = "Engines that one user may have at once (default: ${DEFAULT-VALUE}).")
  private int enginesPerUser;

  @Option(
      names = "--max-requests",
      paramLabel = "N",
      defaultValue = "10000",
      converter = WholeNumber.Count.class,
      description =
          "Requests in flight at once, of all users together; more are answered with 503"
              + " (default: ${DEFAULT-VALUE}).")
  private int maxRequests;

  @Option(
      names = "--idle-ping",
      paramLabel = "TIME",
      defaultValue = "5s",
      converter = PingPeriod.class,
      description =
          "Streams are pinged so often; one that is silent in between is ended"
              + " (default: ${DEFAULT-VALUE}).")
  private Duration idlePing = Duration.ofSeconds(5);

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL to keep sessions in: a schema \"harness_sessions\" is created, and"
              + " dropped at the end. Without it, sessions are answered with 503.")
  private @Nullable String database;

  @Option(
      names = "--fault",
      paramLabel = "NAME",
      converter = FaultOption.class,
      completionCandidates = Candidates.Faults.class,
      description =
          "A variant of it with one thing wrong, to see whether checks find it; what there is"
              + " stands below.")
  private @Nullable Fault fault;

  @Option(
      names = "--legacy",
      fallbackValue = "true",
      description =
          "The same service as it was before its users were isolated: with one registry, one"
              + " engine, one emitter and one current user for all.")
  private boolean legacy;

  @Option(names = OF_A_CHILD, hidden = true, fallbackValue = "true")
  private boolean untilInputEnds;

  /** Whether these arguments are of the command that serves. */
  public static boolean serves(String... arguments) {
    return arguments.length > 0 && arguments[0].equals("target");
  }

  /**
   * The port to serve on; empty where they ask for help, or for something that cannot be.
   *
   * @param arguments of which the first is the command
   */
  public static OptionalInt port(
      String[] arguments, Map<String, String> environment, Path directory) {
    var options = new TargetOptions();
    var commandLine = new CommandLine(options);
    try {
      commandLine.setDefaultValueProvider(Settings.read(arguments, environment, directory));
      commandLine.parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (CommandLine.ParameterException | UsageException e) {
      return OptionalInt.empty();
    }
    boolean asksForHelp =
        commandLine.isUsageHelpRequested() || commandLine.isVersionHelpRequested();
    return asksForHelp ? OptionalInt.empty() : OptionalInt.of(options.port);
  }

  boolean untilInputEnds() {
    return untilInputEnds;
  }

  ServiceOptions service() {
    if (fault != null && fault.needsDatabase() && database == null) {
      throw new UsageException("--fault %s needs a --database".formatted(fault.id()));
    }
    if (fault != null && legacy) {
      throw new UsageException("--fault and --legacy contradict each other: give one of them");
    }
    try {
      return new ServiceOptions(
          new EngineLimits(enginesPerUser, EngineLimits.DEFAULT.timeToLive()),
          maxRequests,
          ServiceOptions.DEFAULT.streamCapacity(),
          idlePing,
          database == null ? null : sessions(database),
          variant());
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private UnaryOperator<ServiceParts> variant() {
    if (legacy) {
      return LegacyTwin::in;
    }
    return fault == null ? UnaryOperator.identity() : fault::in;
  }

  private static DatabaseOptions sessions(String url) {
    return new DatabaseOptions(
        DatabaseAddress.parse(url).options(),
        new SessionSchema("harness_sessions"),
        SESSION_CONNECTIONS,
        ServiceProcess.CONNECTIONS);
  }

  /** Long enough for a ping to be answered. */
  static final class PingPeriod implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Duration period = new DurationOption().convert(text);
      if (period.compareTo(ServiceOptions.SHORTEST_PING) < 0) {
        throw new TypeConversionException(
            "%s is too short; allowed: %d ms or more"
                .formatted(text, ServiceOptions.SHORTEST_PING.toMillis()));
      }
      return period;
    }
  }
}
