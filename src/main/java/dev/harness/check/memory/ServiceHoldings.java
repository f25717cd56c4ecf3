package dev.harness.check.memory;

import dev.harness.check.memory.Holdings.Held;
import dev.harness.check.operation.ServiceStats;
import dev.harness.measure.Figure;
import dev.harness.run.Rig;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.ServiceProcess;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads what the reference service holds: by its own account, its JVM's, and the system's. */
record ServiceHoldings(Rig rig, ServiceProcess service, JvmProcess jvm) {
  /** A JVM starts and ends threads of its own: of its compilers, and of who looks into it. */
  private static final double THREADS = 5;

  /** Buffers are pooled, and a pool grows by a chunk for each thread that uses it. */
  private static final double DIRECT_BYTES = 8.0 * 1024 * 1024;

  private static final double FILES = 2;

  Holdings now() {
    var kinds = new LinkedHashMap<String, Held>();
    try (HttpTarget http = rig.targets().http(service, 1)) {
      var stats = new ServiceStats(rig, http);
      kinds.put("engines", new Held(stats.number("engines", "open"), 0));
      kinds.put("timers", new Held(stats.number("requests", "timers"), 0));
      kinds.put("requests in flight", new Held(stats.number("requests", "inFlight"), 0));
      kinds.put("streams", new Held(stats.number("streams", "open"), 0));
    }
    Optional<ProcessSample> process = rig.targets().probe().process(service.pid());
    Figure files =
        process
            .map(sample -> Figure.of((double) sample.openFiles()))
            .orElseGet(() -> Figure.missing("the service is gone"));
    kinds.put("open files and connections", new Held(files, FILES));
    kinds.put("threads", new Held(jvm.threads(), THREADS));
    kinds.put("bytes of direct buffers", new Held(jvm.directBytes(), DIRECT_BYTES));
    return new Holdings(kinds);
  }

  /** What is not back at what it was within that time; nothing, where all is. */
  List<String> leftSince(Holdings before, Duration time) {
    rig.holdsWithin(time, () -> now().above(before).isEmpty());
    return now().above(before);
  }
}
