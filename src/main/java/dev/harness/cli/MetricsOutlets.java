package dev.harness.cli;

import dev.harness.report.TerminalText;
import dev.harness.run.Interruption;
import dev.harness.telemetry.MetricsEndpoint;
import dev.harness.telemetry.MetricsPush;
import dev.harness.telemetry.RunMetrics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the metrics of one run go.
 *
 * @param endpoint null where nobody wants to scrape
 */
record MetricsOutlets(
    RunMetrics metrics,
    @Nullable MetricsEndpoint endpoint,
    Optional<MetricsPush> push,
    Terminal terminal)
    implements AutoCloseable {

  /** Who has to be told of what happens: nobody, where nobody wants metrics. */
  List<RunMetrics> told() {
    return endpoint == null && push.isEmpty() ? List.of() : List.of(metrics);
  }

  /**
   * All is told and reported: pushes it, and waits for whoever still wants to scrape. That it could
   * not be pushed is told, and changes no verdict.
   *
   * @param endedNanos when there was nothing more to tell, by the ticker
   */
  void finish(long endedNanos, Interruption interruption) {
    push.flatMap(MetricsPush::push)
        .ifPresent(
            why ->
                terminal.problem(
                    "--metrics-push: metrics were not pushed: " + TerminalText.line(why)));
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
