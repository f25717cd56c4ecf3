package dev.harness.report;

import dev.harness.measure.WindowSnapshot;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code latency.hlog}: the response times of each window in HdrHistogram's own log format, in
 * nanoseconds, with check and load as the tag. Loads that went on side by side overlap in time, as
 * the format allows for lines of different tags.
 */
public final class LatencyLog implements RunEvents.Judge {
  /** In its comments and its maxima; what the histograms hold is nanoseconds all the same. */
  private static final double NANOS_PER_MILLI = 1e6;

  private static final Pattern NOT_IN_A_TAG = Pattern.compile("[^\\w./-]+");

  private final HistogramLogWriter log;
  private final Map<String, Double> starts = new HashMap<>();
  private long startNanos;

  /** Begins the log; whoever opened the stream asks it for errors, and closes it. */
  public LatencyLog(PrintStream out) {
    log = new HistogramLogWriter(out);
  }

  @Override
  public void accept(long at, RunEvent event) {
    if (event instanceof RunEvent.RunStarted started) {
      startNanos = at;
      log.outputComment("[response times in ns, by intended start; a tag is check and load]");
      log.outputLogFormatVersion();
      log.outputStartTime(started.at().toEpochMilli());
      log.outputLegend();
    } else if (event instanceof RunEvent.PhaseStarted started) {
      starts.put(started.phase(), (at - startNanos) / 1e9);
    } else if (event instanceof RunEvent.WindowClosed closed) {
      window(closed);
    }
  }

  private void window(RunEvent.WindowClosed closed) {
    WindowSnapshot window = closed.window();
    double start = starts.getOrDefault(closed.phase(), 0.0) + window.index();
    var histogram = window.response().toNanosHistogram();
    histogram.setTag(NOT_IN_A_TAG.matcher(closed.check() + "/" + closed.phase()).replaceAll("_"));
    log.outputIntervalHistogram(start, start + 1, histogram, NANOS_PER_MILLI);
  }
}
