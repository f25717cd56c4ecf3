package dev.harness.monitor;

import dev.harness.measure.Figure;
import dev.harness.measure.Thinned;
import dev.harness.metric.Unit;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.verdict.Growth;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/** What one process has used since the monitor began, look by look. */
final class ProcessHistory {
  private static final int MOST_POINTS = 960;

  /** A runtime takes and gives so much without leaking any. */
  private static final double LEAST_BYTES = 4 * Unit.BYTES_PER_MEGABYTE;

  /** As connections come and go. */
  private static final double LEAST_FILES = 10;

  /** Over less time than this, processor time is too coarse to be divided by it. */
  private static final Duration CPU_SPAN = Duration.ofSeconds(1);

  private final Thinned<Seen> seen = Thinned.ofFirsts(MOST_POINTS);
  private final Deque<Seen> recent = new ArrayDeque<>();
  private final Seen first;
  private ProcessUse use;

  /** Both as of the last look that was kept: others change no trend. */
  private Figure memorySlope = Figure.missing("nothing was seen yet");

  private Figure openFilesSlope = memorySlope;

  private record Seen(Duration at, ProcessSample sample) {}

  ProcessHistory(Duration at, ProcessSample sample) {
    first = new Seen(at, sample);
    use = ProcessUse.first(sample);
  }

  void add(Duration at, ProcessSample sample) {
    var now = new Seen(at, sample);
    if (seen.add(now)) {
      memorySlope = growth(ProcessSample::rssBytes).perHour(LEAST_BYTES);
      openFilesSlope = growth(ProcessSample::openFiles).perHour(LEAST_FILES);
    }
    recent.addLast(now);
    while (recent.size() > 2 && now.at().minus(second().at()).compareTo(CPU_SPAN) >= 0) {
      recent.removeFirst();
    }
    use = use.then(sample, cpu());
  }

  private Seen second() {
    var looks = recent.iterator();
    looks.next();
    return looks.next();
  }

  /** From the first look to the last. */
  ProcessUse use() {
    return use;
  }

  /** Over the last second or so: 100 is one core. */
  Figure cpu() {
    Seen from = recent.getFirst();
    Seen to = recent.getLast();
    long nanos = to.at().minus(from.at()).toNanos();
    return nanos < CPU_SPAN.toNanos() / 2
        ? Figure.missing("the process has not been seen for long enough")
        : Figure.of(100.0 * (to.sample().cpuNanos() - from.sample().cpuNanos()) / nanos);
  }

  /** Resident memory more than at the first look, in MB. */
  Figure memoryGrowth() {
    double grown = (double) recent.getLast().sample().rssBytes() - first.sample().rssBytes();
    return Figure.of(grown / Unit.BYTES_PER_MEGABYTE);
  }

  /** By which resident memory grows, in MB an hour, with bounds. */
  Figure memorySlope() {
    return memorySlope.times(1 / Unit.BYTES_PER_MEGABYTE);
  }

  /**
   * Open files more than at the first look, where their number keeps growing; at least that many
   * are left open, and none may be where it does not.
   */
  Figure openFilesGrowth() {
    if (!(openFilesSlope instanceof Figure.Measured measured)) {
      return openFilesSlope;
    }
    double more = (double) recent.getLast().sample().openFiles() - first.sample().openFiles();
    return Figure.of(measured.lower() > 0 ? Math.max(0, more) : 0, measured.samples());
  }

  private Growth growth(ToDoubleFunction<ProcessSample> value) {
    return new Growth(
        seen.values().stream()
            .map(look -> Growth.Point.at(look.at(), value.applyAsDouble(look.sample())))
            .toList());
  }
}
