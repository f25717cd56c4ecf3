package dev.harness.config;

import dev.harness.plan.scenario.ScenarioLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code load} and {@code warm_up} of a plan, or of a scenario: a load of the plan is shared by its
 * scenarios, by {@code weight}, and then none has its own.
 */
final class SharedLoad {
  static final String LOAD = "load";
  static final String WARM_UP = "warm_up";
  static final String WEIGHT = "weight";

  private static final int MOST = 1_000;

  private final Reader reader;
  private final Fields plan;
  private final Optional<ScenarioLoad> whole;
  private final Duration warmUp;

  private SharedLoad(Reader reader, Fields plan, Optional<ScenarioLoad> whole, Duration warmUp) {
    this.reader = reader;
    this.plan = plan;
    this.whole = whole;
    this.warmUp = warmUp;
  }

  static SharedLoad read(Reader reader, Fields plan) {
    Optional<ScenarioLoad> load =
        plan.value(LOAD).flatMap(value -> LoadSection.read(reader, value));
    Duration warmUp = plan.duration(WARM_UP).orElse(Duration.ZERO);
    if (plan.has(WARM_UP) && !plan.has(LOAD)) {
      reader.problem(plan.at(), "a \"warm_up\" of the plan belongs to a \"load\" of the plan");
    }
    return new SharedLoad(reader, plan, load, warmUp);
  }

  /** The load of each of these scenarios, where it can be told. */
  List<Optional<ScenarioLoad>> of(List<Fields> scenarios) {
    return plan.has(LOAD) ? parts(scenarios) : scenarios.stream().map(this::own).toList();
  }

  Duration warmUp(Fields scenario) {
    return plan.has(LOAD) ? warmUp : scenario.duration(WARM_UP).orElse(Duration.ZERO);
  }

  private Optional<ScenarioLoad> own(Fields scenario) {
    if (scenario.has(WEIGHT)) {
      reader.problem(
          scenario.at(), "a \"weight\" is a share of a \"load\" of the plan, and there is none");
    }
    return scenario.required(LOAD).flatMap(value -> LoadSection.read(reader, value));
  }

  private List<Optional<ScenarioLoad>> parts(List<Fields> scenarios) {
    List<Integer> weights = scenarios.stream().map(one -> one.whole(WEIGHT, 1, MOST, 1)).toList();
    int all = weights.stream().mapToInt(Integer::intValue).sum();
    var parts = new ArrayList<Optional<ScenarioLoad>>();
    int upTo = 0;
    for (int i = 0; i < weights.size(); i++) {
      Fields scenario = scenarios.get(i);
      int from = upTo;
      int to = from + weights.get(i);
      requireNoneOfItsOwn(scenario);
      parts.add(whole.flatMap(load -> reader.made(scenario.at(), () -> load.part(from, to, all))));
      upTo = to;
    }
    return parts;
  }

  private void requireNoneOfItsOwn(Fields scenario) {
    if (scenario.has(LOAD) || scenario.has(WARM_UP)) {
      reader.problem(
          scenario.at(),
          "the plan has a \"load\" that its scenarios share: they have a \"weight\", and neither"
              + " \"load\" nor \"warm_up\"");
    }
  }
}
