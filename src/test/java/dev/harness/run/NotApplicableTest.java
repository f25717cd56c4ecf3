package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.report.Recommendations;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.run.port.ForeignCall;
import dev.harness.run.port.NotOfferedException;
import dev.harness.run.port.Targets;
import dev.harness.time.ManualTicker;
import dev.harness.time.Ticker;
import dev.harness.user.FailedCallException;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Of a system that has not all that the reference system has, and of one that throws. */
class NotApplicableTest {
  private static final Metric LEFT = new Metric("left", Unit.COUNT, "what was left");
  private static final Check PASSING = check(rig -> Findings.NONE.with(LEFT, Figure.of(0)));
  private static final Check NOT_OFFERED = failing(new NotOfferedException("it has no service"));

  @Test
  void aCheckThatDoesNotApplySaysNothingForOrAgainst() {
    RunRecord record = run(NOT_OFFERED, PASSING);

    CheckResult result = record.results().get(0);
    assertThat(result.trouble().map(Trouble::reason)).contains("not applicable: it has no service");
    assertThat(result.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(result.applies()).isFalse();
    assertThat(record.passed()).isEqualTo(1);
    assertThat(Recommendations.of(record)).isEmpty();
    assertThat(record.applicable()).isEqualTo(1);
    assertThat(record.verdict()).isEqualTo(Verdict.PASS);
    assertThat(record.exitCode()).isEqualTo(ExitCode.PASSED);
  }

  @Test
  void aFigureThatDoesNotApplySaysNothingEither() {
    RunRecord record =
        run(check(rig -> Findings.NONE.with(LEFT, Figure.notOffered("nobody counts"))), PASSING);

    assertThat(record.results().get(0).verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(record.results().get(0).applies()).isTrue();
    assertThat(record.verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void whereNoCheckAppliesNothingIsConcluded() {
    RunRecord record = run(NOT_OFFERED);

    assertThat(record.verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(record.exitCode()).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void whatTheUsersOwnSystemThrowsIsNoErrorOfOurs() {
    var used = new IllegalStateException("used");
    RunRecord record = run(failing(FailedCallException.threw("mine", "close", used)), PASSING);

    Trouble trouble = record.results().get(0).trouble().orElseThrow();
    assertThat(trouble.reason())
        .startsWith("mine, close: java.lang.IllegalStateException: used (NotApplicableTest.java:");
    assertThat(trouble.unforeseen()).isEmpty();
    assertThat(record.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  /** Of one that comes back after all nothing is heard any more. */
  @Test
  void aCallOfTheUsersThatNeverReturnsIsGivenUpAndTheRunGoesOn() {
    var never = new CountDownLatch(1);
    Targets targets =
        new NoTargets() {
          @Override
          public Optional<ForeignCall> foreignCall() {
            return Optional.of(new ForeignCall("mine", "createContext", 1));
          }
        };

    RunRecord record =
        FakeCheck.run(targets, new FastTicker(), check(rig -> awaited(never)), PASSING);

    Trouble trouble = record.results().get(0).trouble().orElseThrow();
    assertThat(trouble.reason())
        .startsWith("mine, createContext: it has not returned for 10 s (NotApplicableTest.java:");
    assertThat(record.results())
        .extracting(CheckResult::verdict)
        .containsExactly(Verdict.ERROR, Verdict.PASS);
    assertThat(record.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
  }

  private static Findings awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Findings.NONE;
  }

  /** A second passes whenever somebody asks for the time. */
  private static final class FastTicker implements Ticker {
    private final AtomicLong seconds = new AtomicLong();

    @Override
    public long nanoTime() {
      return Duration.ofSeconds(seconds.incrementAndGet()).toNanos();
    }

    @Override
    public Instant wallTime() {
      return Instant.EPOCH;
    }
  }

  private static RunRecord run(Check... checks) {
    return FakeCheck.run(new ManualTicker(), checks);
  }

  private static Check failing(RuntimeException cause) {
    return check(
        rig -> {
          throw cause;
        });
  }

  private static Check check(Function<Rig, Findings> action) {
    return new FakeCheck(
        "told", Budget.seconds(1, 1, 1), List.of(Criterion.fixed(LEFT, Bound.AT_MOST, 0)), action);
  }
}
