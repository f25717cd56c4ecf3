package dev.harness.run;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.plan.CheckId;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.run.drive.PhaseResult;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.verdict.AgainstBaseline;
import dev.harness.verdict.AlertLog;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All there is to say of a run. Every report is made from it, and from nothing else.
 *
 * @param results in the order in which the checks ran
 * @param timelines of the checks, in the same order, each as far as it came
 * @param facts versions, and how targets were started and set: what else decides figures
 * @param use of host and processes while it lasted, by role
 * @param alerts what became of the alert rules
 * @param unused limits of the thresholds file that no check reads
 * @param interruption the code to end with, if the run was cut short
 * @param baseline what came of holding it against an earlier run, where that was asked for
 * @param faults what went wrong with the harness itself, in plain words: then the run is no pass
 */
public record RunRecord(
    RunPlan plan,
    Instant started,
    double seconds,
    List<CheckResult> results,
    List<CheckTimeline> timelines,
    HostFacts host,
    Map<String, String> facts,
    Map<String, ResourceUse> use,
    AlertLog alerts,
    List<ThresholdKey> unused,
    Optional<ExitCode> interruption,
    Optional<AgainstBaseline> baseline,
    List<String> faults) {
  /** What must succeed over all, in percent. */
  public static final double LEAST_SUCCESS_PERCENT = 95;

  /** The fact that names a system of the user's own; without it, it was the reference system. */
  public static final String CONTEXT_SYSTEM = "context_system";

  public RunRecord {
    results = List.copyOf(results);
    timelines = List.copyOf(timelines);
    unused = List.copyOf(unused);
    faults = List.copyOf(faults);
  }

  /** The same with more faults. */
  public RunRecord with(List<String> moreFaults) {
    return with(baseline, Stream.concat(faults.stream(), moreFaults.stream()).toList());
  }

  /** The same, held against an earlier run. */
  public RunRecord with(AgainstBaseline comparison) {
    return with(Optional.of(comparison), faults);
  }

  private RunRecord with(Optional<AgainstBaseline> comparison, List<String> allFaults) {
    return new RunRecord(
        plan,
        started,
        seconds,
        results,
        timelines,
        host,
        facts,
        use,
        alerts,
        unused,
        interruption,
        comparison,
        allFaults);
  }

  /** Whether a critical alert ended it. */
  public boolean aborted() {
    return interruption.filter(ExitCode.FAILED::equals).isPresent();
  }

  /** How a check went over time. */
  public Optional<CheckTimeline> timeline(CheckId check) {
    return timelines.stream().filter(timeline -> timeline.check().equals(check)).findFirst();
  }

  /** Checks that were to run and never began, because the run was cut short. */
  public List<Check> notRun() {
    var begun = results.stream().map(result -> result.check().id()).toList();
    return plan.checks().stream().filter(check -> !begun.contains(check.id())).toList();
  }

  /** The system of the user's own that was measured instead of the reference system. */
  public Optional<String> ownSystem() {
    return Optional.ofNullable(facts.get(CONTEXT_SYSTEM));
  }

  /** How many checks could pass: all but those that do not apply to what was measured. */
  public long applicable() {
    return plan.checks().size() - results.stream().filter(result -> !result.applies()).count();
  }

  /** How many checks passed. */
  public long passed() {
    return results.stream().filter(result -> result.verdict() == Verdict.PASS).count();
  }

  /**
   * What completed of all that targets are answerable for, in percent, over all checks that do not
   * overload on purpose: not of what the generator dropped, nor of what the end of the run cut off.
   */
  public Figure overallSuccess() {
    Counts counts =
        results.stream()
            .filter(result -> !result.check().overloads())
            .flatMap(result -> result.phases().stream())
            .map(PhaseResult::counts)
            .reduce(Counts.ZERO, Counts::plus);
    long answerable = counts.answerable();
    return answerable == 0
        ? Figure.missing("nothing was due")
        : Figure.share(100.0 * counts.completed() / answerable, answerable);
  }

  /**
   * The heaviest verdict of its checks; {@link Verdict#INCONCLUSIVE} at best where cut short,
   * {@link Verdict#BREACH} at best where a critical alert fired, too little succeeded overall, or
   * it got worse than its baseline; {@link Verdict#ERROR} where the harness itself went wrong.
   */
  public Verdict verdict() {
    Verdict checks = Verdict.of(results.stream().map(CheckResult::verdict).toList());
    Verdict whole = interruption.isPresent() ? Verdict.INCONCLUSIVE : checks;
    return Verdict.of(
        List.of(
            checks,
            whole,
            fails() ? Verdict.BREACH : checks,
            baseline.map(AgainstBaseline::verdict).orElse(checks),
            faults.isEmpty() ? checks : Verdict.ERROR));
  }

  public ExitCode exitCode() {
    ExitCode checks = ExitCode.of(results.stream().map(CheckResult::exitCode).toList());
    if (results.stream().noneMatch(CheckResult::applies)) {
      checks = ExitCode.INCONCLUSIVE;
    }
    return ExitCode.of(
        List.of(
            interruption.orElse(ExitCode.PASSED),
            fails() ? ExitCode.FAILED : ExitCode.PASSED,
            baseline.map(it -> ExitCode.of(it.verdict())).orElse(ExitCode.PASSED),
            faults.isEmpty() ? ExitCode.PASSED : ExitCode.INTERNAL,
            checks));
  }

  /** Whether less succeeded over all than must. */
  public boolean succeedsTooLittle() {
    return overallSuccess() instanceof Figure.Measured success
        && success.value() < LEAST_SUCCESS_PERCENT;
  }

  /** Whether the run as a whole failed, whatever its checks say. */
  private boolean fails() {
    return succeedsTooLittle() || alerts.fails();
  }
}
