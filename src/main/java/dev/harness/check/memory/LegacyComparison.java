package dev.harness.check.memory;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.IsolationLog;
import dev.harness.run.Rig;
import dev.harness.user.Canaries;
import dev.harness.verdict.Criterion;
import java.util.List;

/**
 * The same load on the legacy twin and on the isolated contexts, in turns: what isolation costs,
 * and what there was without it. That the twin mixes its users up is no failure of this run; a twin
 * that mixes up nobody would be none, and the comparison would prove nothing.
 */
public final class LegacyComparison implements Check {
  private static final Metric TWIN_BREACHES =
      new Metric("legacy_breaches", Unit.COUNT, "answers of the twin's that were another user's");
  private static final Metric MEMORY_BEFORE =
      new Metric("legacy_bytes_per_context", Unit.COUNT, "bytes that a context of the twin takes");
  private static final Metric MEMORY_AFTER =
      new Metric("isolated_bytes_per_context", Unit.COUNT, "bytes that an isolated context takes");
  private static final Metric MEMORY =
      new Metric("memory_efficiency_improvement", Unit.PERCENT, "by so much less memory");
  private static final Metric CREATION_BEFORE =
      new Metric("legacy_creation", Unit.NANOSECONDS, "time to create a context of the twin");
  private static final Metric CREATION_AFTER =
      new Metric("isolated_creation", Unit.NANOSECONDS, "time to create an isolated context");
  private static final Metric CREATION =
      new Metric("creation_improvement", Unit.PERCENT, "by so much less time to create a context");
  private static final Metric THROUGHPUT_BEFORE =
      new Metric("legacy_throughput", Unit.PER_SECOND, "requests that the twin answers");
  private static final Metric THROUGHPUT_AFTER =
      new Metric("isolated_throughput", Unit.PER_SECOND, "requests that the service answers");
  private static final Metric THROUGHPUT =
      new Metric("throughput_improvement", Unit.PERCENT, "by so many more requests answered");

  @Override
  public CheckId id() {
    return new CheckId(Suite.MEMORY, "legacy-comparison");
  }

  @Override
  public String load() {
    return "20,000 contexts and 1,000 requests, of the legacy twin and of isolated users in turns";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(0, 8, 30);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.fixed(TWIN_BREACHES, Bound.AT_LEAST, 1));
  }

  @Override
  public Findings run(Rig rig) {
    var targets = rig.targets();
    var mixUps = new IsolationLog(new Canaries(rig.users(1).runId()), rig.ticker());
    try (var twin = new Side(rig, targets::legacyContexts, targets.legacyService(), mixUps);
        var isolated = new Side(rig, targets::contexts, targets.freshService(), rig.isolation())) {
      twin.warmUp();
      isolated.warmUp();
      for (int i = 0; i < rig.scaled(6, 6, 30); i++) {
        (i % 2 == 0 ? twin : isolated).round();
        (i % 2 == 0 ? isolated : twin).round();
      }
      return compared(twin, isolated, rig.seed("bounds").value(), mixUps.addTo(Findings.NONE));
    }
  }

  private static Findings compared(Side twin, Side isolated, long seed, Findings mixedUp) {
    var memory = new Improvement(twin.bytes, isolated.bytes, seed);
    var creation = new Improvement(twin.nanos, isolated.nanos, seed);
    var throughput = new Improvement(twin.perSecond, isolated.perSecond, seed);
    Findings findings =
        Findings.NONE
            .with(TWIN_BREACHES, breaches(mixedUp))
            .with(MEMORY_BEFORE, Improvement.median(twin.bytes))
            .with(MEMORY_AFTER, Improvement.median(isolated.bytes))
            .with(MEMORY, memory.less())
            .with(CREATION_BEFORE, Improvement.median(twin.nanos))
            .with(CREATION_AFTER, Improvement.median(isolated.nanos))
            .with(CREATION, creation.less())
            .with(THROUGHPUT_BEFORE, Improvement.median(twin.perSecond))
            .with(THROUGHPUT_AFTER, Improvement.median(isolated.perSecond))
            .with(THROUGHPUT, throughput.more());
    return mixedUp.breaches().stream()
        .findFirst()
        .map(LegacyComparison::told)
        .map(findings::note)
        .orElse(findings);
  }

  private static Figure breaches(Findings mixedUp) {
    return mixedUp
        .figures()
        .getOrDefault(IsolationLog.BREACHES, Figure.missing("the twin gave no answer"));
  }

  private static String told(Breach first) {
    return "the legacy twin's first breach: %s saw what is %s's in %s, %s"
        .formatted(first.reader(), first.owner(), first.operation(), first.where());
  }
}
