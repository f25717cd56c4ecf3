package dev.harness.run;

import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.run.CheckResult.Trouble;
import dev.harness.run.drive.Driver;
import dev.harness.run.port.NotOfferedException;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import dev.harness.time.Ticker;
import dev.harness.user.Canaries;
import dev.harness.user.FailedCallException;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.ExitCode;
import dev.harness.verdict.Fitness;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Carries a plan through, check by check, and returns the record of it. */
public final class Runner {
  /** What is under way when a run is interrupted gets this long to end. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Targets targets;
  private final Driver driver;
  private final NullTarget nullTarget;
  private final RunEvents events;
  private final Interruption interruption;
  private final Ticker ticker;

  public Runner(
      Targets targets, Driver driver, RunEvents events, Interruption interruption, Ticker ticker) {
    this.targets = targets;
    this.driver = driver;
    this.nullTarget = new NullTarget(driver);
    this.events = events;
    this.interruption = interruption;
    this.ticker = ticker;
  }

  /**
   * Runs the plan on the calling thread.
   *
   * @param known all checks there are, selected or not: a limit that none of them reads is unused
   */
  public RunRecord run(RunPlan plan, Collection<Check> known) {
    interruption.onAsked(() -> driver.stop(GRACE));
    var fold = new RunFold();
    events.judge(fold);
    if (plan.abortOnBreach()) {
      events.judge((at, event) -> fold.failure().ifPresent(interruption::abort));
    }
    events.publish(
        new RunEvent.RunStarted(
            plan, ticker.wallTime(), targets.probe().facts(), unused(plan, known)));
    events.publish(new RunEvent.FactsFound(targets.facts()));
    try (var sampler = new Sampler(targets, events, ticker)) {
      sampler.start(plan.ruleset().configuration().samplingInterval());
      runAll(plan);
      events.publish(new RunEvent.FactsFound(facts(sampler)));
    }
    events.publish(new RunEvent.RunEnded(Optional.ofNullable(interruption.asked())));
    events.settle();
    return fold.record();
  }

  private void runAll(RunPlan plan) {
    // One for all checks: who sees what somebody left behind in an earlier one has seen it, too.
    var canaries = new Canaries(plan.runId());
    for (Check check : plan.checks()) {
      if (interruption.asked() != null) {
        return;
      }
      CheckResult result = runOne(check, plan, canaries);
      events.publish(new RunEvent.CheckEnded(result));
      events.publish(new RunEvent.FactsFound(targets.facts()));
      // An alert of this check must not stop the next one, which has nothing to do with it.
      events.settle();
      if (result.trouble().filter(this::last).isPresent()) {
        return;
      }
    }
  }

  /** Of a machine without memory, code without its classes, or a loop that hangs no more comes. */
  private boolean last(Trouble trouble) {
    return trouble.unforeseen().orElse(null) instanceof Error || !driver.responds();
  }

  private CheckResult runOne(Check check, RunPlan plan, Canaries canaries) {
    long startNanos = ticker.nanoTime();
    events.publish(new RunEvent.CheckStarted(check.id(), plan.budget(check)));
    var rig = new Rig(check, plan, targets, driver, events, interruption, ticker, canaries);
    var evaluator = new Evaluator(plan.ruleset().thresholds());
    try {
      Findings findings =
          rig.isolation().addTo(new CheckThread(check, rig, targets, ticker).findings());
      List<Judgement> judgements = judge(check, findings, rig, evaluator);
      return new CheckResult(
          check, findings, judgements, rig.phases(), seconds(startNanos), Optional.empty());
    } catch (RuntimeException | Error e) {
      Findings seen = rig.isolation().addTo(Findings.NONE);
      return new CheckResult(
          check,
          seen,
          IsolationLog.judge(seen),
          rig.phases(),
          seconds(startNanos),
          Optional.of(trouble(e)));
    }
  }

  /** What the driver reaches against nothing matters only where a limit was missed. */
  private List<Judgement> judge(Check check, Findings findings, Rig rig, Evaluator evaluator) {
    Fitness fitness = rig.fitness();
    List<Criterion> criteria = criteria(check, findings);
    var judgements = evaluator.judge(criteria, findings.figures(), fitness);
    boolean missed = judgements.stream().anyMatch(j -> j.verdict() == Verdict.BREACH);
    return missed
        ? evaluator.judge(criteria, findings.figures(), fitness.plus(rig.saturation(nullTarget)))
        : judgements;
  }

  /** What a check names; and wherever anything was looked through, that nobody saw another's. */
  private static List<Criterion> criteria(Check check, Findings findings) {
    boolean looked = findings.figures().containsKey(IsolationLog.BREACHES);
    return !looked || check.criteria().contains(IsolationLog.NO_BREACH)
        ? check.criteria()
        : Stream.concat(check.criteria().stream(), Stream.of(IsolationLog.NO_BREACH)).toList();
  }

  private Trouble trouble(Throwable e) {
    if (e instanceof CheckStoppedException stopped) {
      return stopped.trouble();
    }
    if (e instanceof NotOfferedException) {
      return new Trouble(
          Verdict.NOT_RUN, ExitCode.PASSED, "not applicable: " + e.getMessage(), Optional.empty());
    }
    if (e instanceof FailedCallException) {
      return new Trouble(
          Verdict.ERROR, ExitCode.UNREACHABLE, String.valueOf(e.getMessage()), Optional.empty());
    }
    if (e instanceof TargetUnreachableException) {
      return interruption.asked() == null
          ? new Trouble(
              Verdict.ERROR, ExitCode.UNREACHABLE, String.valueOf(e.getMessage()), Optional.empty())
          : CheckStoppedException.interrupted(interruption).trouble();
    }
    return new Trouble(Verdict.ERROR, ExitCode.INTERNAL, e.toString(), Optional.of(e));
  }

  private static List<ThresholdKey> unused(RunPlan plan, Collection<Check> known) {
    return Criterion.unread(
        plan.ruleset().thresholds(), known.stream().flatMap(check -> check.criteria().stream()));
  }

  /** Use of host and processes is told without being judged: that it is missing is told too. */
  private Map<String, String> facts(Sampler sampler) {
    var facts = new TreeMap<>(targets.facts());
    if (!sampler.going()) {
      facts.put("resource_use_incomplete", "sampling ended before the run did");
    }
    nullTarget
        .known()
        .ifPresent(rate -> facts.put("null_target_per_second", "%.0f".formatted(rate)));
    return facts;
  }

  private double seconds(long sinceNanos) {
    return (ticker.nanoTime() - sinceNanos) / 1e9;
  }
}
