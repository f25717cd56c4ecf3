package dev.harness.check.memory;

import dev.harness.check.operation.HeldContexts;
import dev.harness.check.operation.UserRequest;
import dev.harness.measure.Figure;
import dev.harness.measure.Resolution;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ServiceProcess;
import dev.harness.user.ContextSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One of two systems that are compared, round by round. Belongs to the thread of the run. */
final class Side implements AutoCloseable {
  private static final int CONTEXTS = 20_000;
  private static final int REQUESTS = 1_000;
  private static final int CONCURRENT = 32;
  private static final int USERS = 100;

  /** Long enough for other users' requests to come in between. */
  private static final int WORK_MILLIS = 1;

  private final Rig rig;
  private final Supplier<ContextSystem> contexts;
  private final ServiceProcess service;
  private final IsolationLog isolation;
  private final HttpTarget http;

  /** Bytes that a context takes, by round. */
  final List<Figure> bytes = new ArrayList<>();

  /** Nanoseconds that creating a context takes, by round. */
  final List<Figure> nanos = new ArrayList<>();

  /** Requests answered in a second, by round. */
  final List<Figure> perSecond = new ArrayList<>();

  /**
   * @param service it closes
   */
  Side(Rig rig, Supplier<ContextSystem> contexts, ServiceProcess service, IsolationLog isolation) {
    this.rig = rig;
    this.contexts = contexts;
    this.service = service;
    this.isolation = isolation;
    this.http = rig.targets().http(service, CONCURRENT);
  }

  /** What comes first in a process is slower than what follows. */
  void warmUp() {
    hold(new ArrayList<>(), new ArrayList<>());
    rig.warmUp(requests(2 * REQUESTS));
  }

  void round() {
    hold(bytes, nanos);
    long start = rig.ticker().nanoTime();
    // Apart from the run's own figures: the twin's answers are wrong, and that is the point of it.
    rig.driveApart(requests(REQUESTS));
    perSecond.add(Figure.of(REQUESTS / ((rig.ticker().nanoTime() - start) / 1e9)));
  }

  private void hold(List<Figure> bytesEach, List<Figure> nanosEach) {
    try (ContextSystem system = contexts.get();
        JvmProcess jvm = rig.targets().ownJvm()) {
      var held = new HeldContexts(system, jvm);
      Figure before = jvm.bytes();
      long start = rig.ticker().nanoTime();
      held.hold(CONTEXTS);
      nanosEach.add(Figure.of((rig.ticker().nanoTime() - start) / (double) CONTEXTS));
      bytesEach.add(each(before, jvm.bytes()));
      held.hold(0);
    }
  }

  private static Figure each(Figure before, Figure after) {
    if (before instanceof Figure.Measured from && after instanceof Figure.Measured to) {
      return Figure.of((to.value() - from.value()) / CONTEXTS);
    }
    return before instanceof Figure.Missing ? before : after;
  }

  private Phase requests(int count) {
    return new Phase(
        "requests",
        Closed.of(CONCURRENT, count),
        rig.users(USERS),
        Resolution.MICROSECONDS,
        Duration.ofSeconds(10),
        new UserRequest(http, isolation, WORK_MILLIS));
  }

  @Override
  public void close() {
    http.close();
    service.close();
  }
}
