package dev.harness.cli;

import dev.harness.report.TerminalText;
import dev.harness.run.Interruption;
import dev.harness.telemetry.MetricsEndpoint;
import dev.harness.telemetry.MetricsPush;
import dev.harness.telemetry.RunMetrics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the metrics of one run go.
 *
 * @param endpoint null where nobody wants to scrape
 * @param pushes by the options that asked for them
 */
record MetricsOutlets(
    RunMetrics metrics,
    @Nullable MetricsEndpoint endpoint,
    Map<String, MetricsPush> pushes,
    Terminal terminal)
    implements AutoCloseable {

  MetricsOutlets {
    pushes = Collections.unmodifiableMap(new LinkedHashMap<>(pushes));
  }

  /** Who has to be told of what happens: nobody, where nobody wants metrics. */
  List<RunMetrics> told() {
    return endpoint == null && pushes.isEmpty() ? List.of() : List.of(metrics);
  }

  /**
   * All is told and reported: pushes it, and waits for whoever still wants to scrape. That it could
   * not be pushed is told, and changes no verdict.
   *
   * @param endedNanos when there was nothing more to tell, by the ticker
   */
  void finish(long endedNanos, Interruption interruption) {
    pushes.forEach(
        (option, push) ->
            push.push()
                .ifPresent(
                    why ->
                        terminal.problem(
                            "%s: metrics were not pushed: %s"
                                .formatted(option, TerminalText.line(why)))));
    if (endpoint != null) {
      endpoint.awaitScrapeSince(endedNanos, interruption);
    }
  }

  @Override
  public void close() {
    if (endpoint != null) {
      endpoint.close();
    }
  }
}
