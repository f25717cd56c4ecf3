package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.measure.Strain;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.time.Ticker;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closed loads on a driver whose every look at the clock takes a microsecond. */
class SaturationTest {
  private static final Metric RATE =
      new Metric("rate", Unit.PER_SECOND, "operations that completed in a second");

  private final CostlyTicker ticker = new CostlyTicker();

  @Test
  void aLoadThatIsAsFastAsAgainstNothingMeasuredTheDriver() {
    RunRecord record = run(1e9, Resolution.MICROSECONDS, 0);

    Judgement judgement = judgement(record);
    assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(judgement.reason()).startsWith("the generator, not the target: ");
    assertThat(record.facts()).containsKey("null_target_per_second");
  }

  @Test
  void aTargetThatTakesItsTimeIsToBlame() {
    RunRecord record = run(1e9, Resolution.MICROSECONDS, 100);

    assertThat(judgement(record).verdict()).isEqualTo(Verdict.BREACH);
    assertThat(record.facts()).containsKey("null_target_per_second");
  }

  /** Such work is its own load, however fast. */
  @Test
  void nothingExcusesWorkInThisProcess() {
    RunRecord record = run(1e9, Resolution.NANOSECONDS, 0);

    assertThat(judgement(record).verdict()).isEqualTo(Verdict.BREACH);
    assertThat(record.facts()).doesNotContainKey("null_target_per_second");
  }

  @Test
  void aLimitThatIsMetNeedsNoExcuse() {
    RunRecord record = run(1, Resolution.MICROSECONDS, 0);

    assertThat(judgement(record).verdict()).isEqualTo(Verdict.PASS);
    assertThat(record.facts()).doesNotContainKey("null_target_per_second");
  }

  /** NoTargets knows nothing of threads, and that nothing was withheld. */
  @Test
  void eachPhaseIsUnderTheStrainOfItsTime() {
    PhaseResult phase = run(1, Resolution.MICROSECONDS, 0).results().get(0).phases().get(0);

    Strain strain = phase.strain();
    assertThat(strain.seconds()).isGreaterThanOrEqualTo(phase.seconds());
    assertThat(strain.loopPercent()).isNaN();
    assertThat(strain.throttledPercent()).isZero();
  }

  private RunRecord run(double least, Resolution resolution, long serviceMicros) {
    var check =
        new FakeCheck(
            "closed",
            Budget.seconds(1, 1, 1),
            List.of(Criterion.fixed(RATE, Bound.AT_LEAST, least)),
            rig -> {
              PhaseResult result = rig.drive(phase(rig, resolution, serviceMicros));
              return Findings.NONE.with(RATE, result.throughput());
            });
    return check.runAlone(ticker);
  }

  private Phase phase(Rig rig, Resolution resolution, long serviceMicros) {
    return new Phase(
        "closed",
        Closed.of(100, 20_000),
        rig.users(10),
        resolution,
        Duration.ofSeconds(10),
        attempt -> {
          ticker.pass(serviceMicros);
          return Future.succeededFuture(Outcome.COMPLETED);
        });
  }

  private static Judgement judgement(RunRecord record) {
    assertThat(record.results().get(0).trouble()).isEmpty();
    return record.results().get(0).judgements().get(0);
  }

  private static final class CostlyTicker implements Ticker {
    private long nanos;

    void pass(long micros) {
      nanos += 1_000 * micros;
    }

    @Override
    public long nanoTime() {
      pass(1);
      return nanos;
    }

    @Override
    public Instant wallTime() {
      return Instant.EPOCH;
    }
  }
}
