package dev.harness.config;

import dev.harness.plan.scenario.ScenarioLoad;
import dev.harness.plan.scenario.ScenarioLoad.AtOneRate;
import dev.harness.plan.scenario.ScenarioLoad.Changing;
import dev.harness.plan.scenario.ScenarioLoad.Closed;
import dev.harness.plan.scenario.ScenarioLoad.Spike;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code load} of a scenario: one key says of which kind it is, others belong to that kind. */
final class LoadSection {
  /** The kinds, each with what belongs to it. */
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "constant", List.of("duration"),
          "poisson", List.of("duration"),
          "ramp", List.of("from", "duration"),
          "spike", List.of("base", "before", "during", "after"),
          "closed", List.of("duration", "think_time"));

  private static final List<String> NAMES =
      List.of("constant", "poisson", "ramp", "spike", "closed");
  private static final int MOST_USERS = 100_000;

  private final Reader reader;
  private final Fields load;

  private LoadSection(Reader reader, Fields load) {
    this.reader = reader;
    this.load = load;
  }

  static Optional<ScenarioLoad> read(Reader reader, Located value) {
    Map<String, Located.Member> members = reader.members("load", value);
    List<String> kinds = NAMES.stream().filter(members::containsKey).toList();
    if (kinds.size() != 1) {
      reader.problem(
          value.at(),
          "a load has one of %s, with its rate per second or its users"
              .formatted(String.join(", ", NAMES)));
      return Optional.empty();
    }
    String kind = kinds.get(0);
    var allowed = new ArrayList<>(kinds);
    allowed.addAll(KINDS.getOrDefault(kind, List.of()));
    return new LoadSection(reader, Fields.of(reader, "a load that is " + kind, value, allowed))
        .read(kind);
  }

  private Optional<ScenarioLoad> read(String kind) {
    Optional<Double> main = load.number(kind);
    if (kind.equals("spike")) {
      return spike(main);
    }
    Optional<Duration> duration = load.requiredDuration("duration");
    if (main.isEmpty() || duration.isEmpty()) {
      return Optional.empty();
    }
    double number = main.get();
    Duration time = duration.get();
    return reader.made(
        load.at(),
        () ->
            switch (kind) {
              case "constant" -> new AtOneRate(number, false, time);
              case "poisson" -> new AtOneRate(number, true, time);
              case "ramp" -> new Changing(load.number("from").orElse(0.0), number, time);
              default ->
                  new Closed(
                      load.whole(kind, 1, MOST_USERS, 1),
                      time,
                      load.duration("think_time").orElse(Duration.ZERO));
            });
  }

  private Optional<ScenarioLoad> spike(Optional<Double> peak) {
    load.required("base");
    Optional<Double> base = load.number("base");
    Optional<Duration> before = load.requiredDuration("before");
    Optional<Duration> during = load.requiredDuration("during");
    Optional<Duration> after = load.requiredDuration("after");
    return peak.isEmpty()
            || base.isEmpty()
            || before.isEmpty()
            || during.isEmpty()
            || after.isEmpty()
        ? Optional.empty()
        : reader.made(
            load.at(),
            () -> new Spike(base.get(), peak.get(), before.get(), during.get(), after.get()));
  }
}
