package dev.harness.check.stress;

import dev.harness.check.operation.UserRequest;
import dev.harness.measure.Resolution;
import dev.harness.pace.Arrivals;
import dev.harness.pace.Constant;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.Rig;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.HttpTarget.Reply;
import dev.harness.run.port.HttpTarget.Request;
import dev.harness.run.port.ServiceProcess;
import dev.harness.verdict.Capacity;
import dev.harness.verdict.CapacitySearch;
import dev.harness.verdict.Scalability;
import dev.harness.verdict.Scalability.Point;
import dev.harness.verdict.ServiceLevel;
import dev.harness.verdict.Trial;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;

/** The service with little room, and the requests of a hundred users that use it up. */
record SmallService(Rig rig, ServiceProcess process, HttpTarget http) implements AutoCloseable {
  /** What a request takes at the least, so that the room of the service limits its rate. */
  static final int WORK_MILLIS = 100;

  private static final int CONNECTIONS = 1_000;

  /** Up to what this machine can be expected to reach, with a service and a generator on it. */
  private static final double LOWEST_PER_SECOND = 100;

  private static final double HIGHEST_PER_SECOND = 12_800;

  private static final int USERS = 100;
  private static final double WARM_UP_PER_SECOND = 400;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  static SmallService of(Rig rig) {
    ServiceProcess process = rig.targets().smallService();
    return new SmallService(rig, process, rig.targets().http(process, CONNECTIONS));
  }

  UserRequest request(int workMillis) {
    return request(workMillis, 0);
  }

  UserRequest request(int workMillis, int heldKilobytes) {
    return new UserRequest(http, rig.isolation(), workMillis, heldKilobytes);
  }

  Phase phase(String name, Arrivals arrivals, Operation operation) {
    return new Phase(
        name,
        new Open(arrivals, CONNECTIONS),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        TIMEOUT,
        operation);
  }

  void warmUp() {
    rig.warmUp(phase("base", new Constant(WARM_UP_PER_SECOND, Duration.ofSeconds(2)), request(1)));
  }

  /**
   * Searches for the highest rate under which the service keeps what it promises.
   *
   * @param precision of the search, as a part of the rate
   * @param trials of each rate
   * @param each lasts so long
   */
  Capacity capacity(double precision, int trials, Duration each) {
    ServiceLevel promised = ServiceLevel.of(rig.thresholds());
    return new CapacitySearch(LOWEST_PER_SECOND, HIGHEST_PER_SECOND, precision, trials)
        .search(
            rate -> {
              PhaseResult result = offer(rate, each);
              return Trial.of(promised.broken(result.total()).isEmpty(), result.fitness());
            });
  }

  /** Offers a rate, which may be too high for the service and for the generator. */
  PhaseResult offer(double perSecond, Duration duration) {
    return rig.driveTrial(
        phase(nameOf(perSecond), new Constant(perSecond, duration), request(WORK_MILLIS)));
  }

  /** What it served at each rate of a search, against what was in flight. */
  Scalability scalability(Capacity searched) {
    return new Scalability(
        searched.levels().stream()
            .map(level -> rig.result(nameOf(level.load())))
            .filter(result -> result.fitness().spoiled().isEmpty())
            .map(r -> new Point(r.meanInFlight(), r.counts().completed() / r.seconds()))
            .toList());
  }

  private static String nameOf(double perSecond) {
    return "%.0f/s".formatted(perSecond);
  }

  /** Whether it runs, and answers somebody who asks for nothing. */
  boolean survives() {
    Future<Reply> ping = http.send(new Request("GET", "/ping", Map.of()));
    return rig.holdsWithin(ANSWERS_WITHIN, ping::isComplete) && ping.succeeded() && process.alive();
  }

  @Override
  public void close() {
    http.close();
  }
}
