package dev.harness.own;

import dev.harness.plan.CheckId;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.verdict.Criterion;
import java.util.List;
import java.util.Optional;

/**
 * A built-in check of contexts, on a user's own. What it measures came with an option, and without
 * that it would be another.
 */
record CheckOfOwn(Check builtIn, String option) implements Check {

  @Override
  public CheckId id() {
    return builtIn.id();
  }

  @Override
  public String load() {
    return builtIn.load();
  }

  @Override
  public Budget budget() {
    return builtIn.budget();
  }

  @Override
  public List<Criterion> criteria() {
    return builtIn.criteria();
  }

  @Override
  public boolean alerting() {
    return builtIn.alerting();
  }

  @Override
  public boolean overloads() {
    return builtIn.overloads();
  }

  @Override
  public Optional<String> broughtBy() {
    return Optional.of(option);
  }

  @Override
  public Findings run(Rig rig) {
    return builtIn.run(rig);
  }
}
