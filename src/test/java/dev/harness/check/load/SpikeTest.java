package dev.harness.check.load;

import static dev.harness.plan.threshold.LoadLimits.SPIKE_RECOVERY;
import static dev.harness.plan.threshold.LoadLimits.SPIKE_RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.config.ThresholdsFile;
import dev.harness.measure.Figure;
import dev.harness.run.Findings;
import dev.harness.run.drive.HandDrivenLoops;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.SimulatedServer;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole load of the check, on simulated servers that get over it and on one that does not. */
class SpikeTest {
  private static final Duration PER_REQUEST = Duration.ofNanos(1_100_000);
  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Test
  void aServerThatCatchesUpHasRecovered() {
    // About 900 a second: half a second of work is left over when the spike ends.
    Findings findings = spike(loops -> SimulatedServer.patient(loops, PER_REQUEST));

    assertThat(value(findings, SPIKE_RECOVERY.metric().id())).isBetween(1_000.0, 3_000.0);
    assertThat(verdicts(findings)).allSatisfy((metric, v) -> assertThat(v).isEqualTo(Verdict.PASS));
  }

  @Test
  void aServerThatStallsAndComesBackHasRecovered() {
    Findings findings =
        spike(
            loops -> {
              var server = SimulatedServer.patient(loops, Duration.ofMillis(1));
              server.stall(Duration.ofMillis(9_500), Duration.ofSeconds(2));
              return server;
            });

    assertThat(value(findings, SPIKE_RECOVERY.metric().id())).isBetween(2_000.0, 5_000.0);
    assertThat(verdicts(findings)).containsEntry("spike_recovered", Verdict.PASS);
  }

  /** The same server as the first; but who waits for 200 ms asks again, and so does the next. */
  @Test
  void aRetryStormHasNotRecovered() {
    Findings findings = spike(loops -> SimulatedServer.retried(loops, PER_REQUEST, PATIENCE));

    assertThat(findings.figures().get(SPIKE_RECOVERY.metric()))
        .isEqualTo(Figure.missing("it did not recover within 15 s"));
    assertThat(verdicts(findings))
        .containsEntry("spike_recovered", Verdict.BREACH)
        .containsEntry(SPIKE_RECOVERY.metric().id(), Verdict.NO_DATA);
  }

  @Test
  void aServerThatIsSlowInTheSpikeBreaksItsLimit() {
    Findings findings = spike(loops -> SimulatedServer.patient(loops, Duration.ofMillis(2)));

    assertThat(verdicts(findings)).containsEntry(SPIKE_RESPONSE.metric().id(), Verdict.BREACH);
  }

  private static Findings spike(Function<HandDrivenLoops, Operation> server) {
    return Spike.findings(SimulatedLoad.drive(Spike.arrivals(5), server), 5, 1_000);
  }

  private static Map<String, Verdict> verdicts(Findings findings) {
    List<Judgement> judgements =
        new Evaluator(ThresholdsFile.shipped().thresholds())
            .judge(new Spike().criteria(), findings.figures());
    return judgements.stream()
        .collect(Collectors.toMap(j -> j.criterion().metric().id(), Judgement::verdict));
  }

  private static double value(Findings findings, String metric) {
    return findings.figures().entrySet().stream()
        .filter(entry -> entry.getKey().id().equals(metric))
        .map(entry -> ((Figure.Measured) entry.getValue()).value())
        .findFirst()
        .orElseThrow();
  }
}
