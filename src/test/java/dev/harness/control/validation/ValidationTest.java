package dev.harness.control.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.harness.control.Rehearsal;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.Ruleset;
import dev.harness.plan.TestConfiguration;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.FakeCheck;
import dev.harness.run.Findings;
import dev.harness.run.Interruption;
import dev.harness.run.NoTargets;
import dev.harness.run.drive.InlineLoop;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.time.Ticker;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.ExitCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Parts on a machine that has two processors and a gigabyte, and reaches nothing. */
class ValidationTest {
  private static final Metric LOST = new Metric("lost", Unit.COUNT, "what was lost");

  private final Ticker ticker = new HastyTicker();
  private final Interruption interruption = new Interruption();
  private final Rehearsal rehearsal =
      new Rehearsal(InlineLoop.driver(ticker), interruption, ticker, event -> {});

  @Test
  void aMachineIsHeldAgainstWhatTheFileAsksFor() {
    assertThat(dependencies(new EnvironmentRequirements(1, 2, 0)))
        .extracting(Finding::name, Finding::state)
        .contains(
            tuple("processors", State.OK),
            tuple("memory", State.OK),
            tuple("disk", State.OK),
            tuple("ports", State.OK));
    assertThat(dependencies(new EnvironmentRequirements(2, 3, 1e9)).subList(0, 3))
        .allMatch(finding -> finding.state() == State.FAILED)
        .extracting(Finding::text)
        .satisfiesExactly(
            processors -> assertThat(processors).isEqualTo("2 (≥ 3)"),
            memory -> assertThat(memory).isEqualTo("1.0 GB (≥ 2.0 GB)"),
            disk -> assertThat(disk).endsWith(" GB free here (≥ 1000000000.0 GB)"));
  }

  @Test
  void whatCannotBeReachedIsSaid() {
    assertThat(dependencies(EnvironmentRequirements.DEFAULT))
        .filteredOn(finding -> finding.exitCode() == ExitCode.UNREACHABLE)
        .extracting(Finding::text)
        .containsExactly("there is no database", "there is no service");
  }

  @Test
  void withoutADatabaseNoCheckIsBegun() {
    var told = new ArrayList<Finding>();
    var plan =
        new ValidationPlan(
            "limits.json", rules(), List.of(check(0)), List.of(), List.of(), List.of());

    Readiness readiness =
        Validation.of(plan, List.of(), new NoTargets(), rehearsal, interruption, ticker)
            .run(told::add);

    assertThat(readiness.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(readiness.findings()).isEqualTo(told);
    assertThat(readiness.parts())
        .containsKeys(Part.FILES, Part.SYNTAX, Part.HOST, Part.DEPENDENCIES)
        .doesNotContainKeys(Part.QUICK_CHECKS, Part.CONTROLS);
  }

  @Test
  void aQuickCheckMustKeepItsLimitsAndADryRunMustTell() {
    assertThat(state(Part.QUICK_CHECKS, check(0))).isEqualTo(State.OK);
    assertThat(state(Part.QUICK_CHECKS, check(1))).isEqualTo(State.FAILED);
    assertThat(state(Part.DRY_RUNS, check(1))).isEqualTo(State.DOUBTFUL);
    assertThat(state(Part.DRY_RUNS, check(Double.NaN))).isEqualTo(State.DOUBTFUL);
  }

  @Test
  void aCheckThatDoesNotEndFails() {
    Check stopped =
        new FakeCheck(
            "stopped",
            Budget.seconds(1, 1, 1),
            List.of(Criterion.fixed(LOST, Bound.AT_MOST, 0)),
            rig -> {
              throw new TargetUnreachableException("gone");
            });

    assertThat(inspect(Part.DRY_RUNS, stopped))
        .isEqualTo(
            List.of(
                new Finding(
                    Part.DRY_RUNS, "context/stopped", State.FAILED, "gone", ExitCode.UNREACHABLE)));
  }

  @Test
  void nothingIsBegunOnceTheEndIsAskedFor() {
    interruption.ask(ExitCode.INTERRUPTED);

    assertThat(inspect(Part.DRY_RUNS, check(0))).isEmpty();
  }

  private State state(Part part, Check check) {
    return inspect(part, check).get(0).state();
  }

  private List<Finding> inspect(Part part, Check check) {
    var told = new ArrayList<Finding>();
    new CheckInspection(part, List.of(check), rules(), rehearsal, new NoTargets())
        .inspect(told::add);
    return told;
  }

  private static Check check(double lost) {
    return new FakeCheck(
        "told",
        Budget.seconds(1, 1, 1),
        List.of(Criterion.fixed(LOST, Bound.AT_MOST, 0)),
        rig -> Findings.NONE.with(LOST, Figure.of(lost)));
  }

  private static List<Finding> dependencies(EnvironmentRequirements required) {
    var told = new ArrayList<Finding>();
    new DependencyInspection(required, new NoTargets()).inspect(told::add);
    return told;
  }

  private static Ruleset rules() {
    return new Ruleset(
        new Thresholds(Map.of()),
        List.of(),
        TestConfiguration.DEFAULT,
        EnvironmentRequirements.DEFAULT);
  }

  /** A tenth of a second passes whenever somebody looks: nobody has to wait for the host. */
  private static final class HastyTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanoTime() {
      return nanos.addAndGet(100_000_000);
    }

    @Override
    public Instant wallTime() {
      return Instant.EPOCH;
    }
  }
}
