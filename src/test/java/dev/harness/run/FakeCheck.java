package dev.harness.run;

import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.verdict.Criterion;
import java.util.List;
import java.util.function.Function;

/** A check that does what a test says. */
public record FakeCheck(
    String name,
    Budget budget,
    List<Criterion> criteria,
    Function<Rig, Findings> action,
    boolean alerting)
    implements Check {

  public FakeCheck(
      String name, Budget budget, List<Criterion> criteria, Function<Rig, Findings> action) {
    this(name, budget, criteria, action, false);
  }

  @Override
  public CheckId id() {
    return new CheckId(Suite.CONTEXT, name);
  }

  @Override
  public String load() {
    return "what a test says";
  }

  @Override
  public Findings run(Rig rig) {
    return action.apply(rig);
  }
}
