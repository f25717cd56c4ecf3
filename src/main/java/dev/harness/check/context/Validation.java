package dev.harness.check.context;

import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.user.ContextSystem;
import dev.harness.user.FailedCallException;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;

/** Ids that identify nothing, in every field: each must be refused, and the field named. */
public final class Validation implements Check {
  private static final Metric REFUSED =
      new Metric(
          "invalid_contexts_refused",
          Unit.PERCENT,
          "contexts with an invalid id that are refused with the field named / attempts");
  private static final Metric RATE =
      new Metric("validation_rate", Unit.PER_SECOND, "invalid contexts refused per second");

  private static final List<String> FIELDS = List.of("userId", "threadId", "runId", "requestId");

  /** An entry that is null stands for a null id. */
  private static final String[] INVALID_IDS = {
    null,
    "",
    "   ",
    "None",
    "null",
    "undefined",
    "registry",
    "placeholder",
    "a\u0000b",
    "a\r\nb",
    "x".repeat(10_000)
  };

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONTEXT, "validation");
  }

  @Override
  public String load() {
    return "ids that identify nothing, in every field";
  }

  @Override
  public Budget budget() {
    return Budget.seconds(1, 1, 3);
  }

  @Override
  public List<Criterion> criteria() {
    return List.of(Criterion.fixed(REFUSED, Bound.AT_LEAST, 100));
  }

  @Override
  public Findings run(Rig rig) {
    try (ContextSystem system = rig.targets().contexts()) {
      rig.warmUp(refusals(rig, system, 10_000));
      PhaseResult result = rig.drive(refusals(rig, system, rig.scaled(50_000, 100_000, 500_000)));
      return Findings.NONE.with(REFUSED, result.success()).with(RATE, result.throughput());
    }
  }

  private static Phase refusals(Rig rig, ContextSystem system, int count) {
    return new Phase(
        "refusals",
        Closed.of(1, count),
        rig.users(1),
        Resolution.NANOSECONDS,
        Duration.ofSeconds(10),
        attempt -> Future.succeededFuture(refusal(system, attempt.index())));
  }

  /** Completed if the system refuses as it should. */
  private static Outcome refusal(ContextSystem system, long index) {
    int field = (int) (index % FIELDS.size());
    String[] ids = {"user-1", "thread-1", "run-1", "request-1"};
    ids[field] = INVALID_IDS[(int) (index / FIELDS.size() % INVALID_IDS.length)];
    try {
      system.createContext(ids[0], ids[1], ids[2], ids[3]);
      return Outcome.failed("accepted");
    } catch (IllegalArgumentException e) {
      return refused(e, FIELDS.get(field));
    } catch (FailedCallException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        return refused(refusal, FIELDS.get(field));
      }
      throw e;
    }
  }

  private static Outcome refused(IllegalArgumentException refusal, String field) {
    boolean named = String.valueOf(refusal.getMessage()).contains(field);
    return named ? Outcome.COMPLETED : Outcome.failed("field-not-named");
  }
}
