package dev.harness.plan.scenario;

import dev.harness.plan.KebabCase;
import dev.harness.plan.MetricLimit;
import dev.harness.time.DurationText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user does, again and again: one iteration is its steps, one after the other.
 *
 * @param name in kebab case
 * @param warmUp before anything is measured; 0 for none
 * @param steps at least one that goes to a service among them, each with a name of its own
 * @param limits on the figures of whole iterations
 */
public record Scenario(
    String name, ScenarioLoad load, Duration warmUp, List<Step> steps, List<MetricLimit> limits) {
  private static final Duration LONGEST_ITERATION = Duration.ofMinutes(5);

  private static final Duration AFTER_THE_LAST = Duration.ofSeconds(1);

  /** Iterations that pause hold no connection: there may be more of them. */
  private static final int MOST_PAUSING = 10_000;

  public Scenario {
    KebabCase.require("a scenario", name);
    steps = List.copyOf(steps);
    limits = List.copyOf(limits);
    List<String> names = of(Named.class, steps).map(Named::name).toList();
    if (names.isEmpty()) {
      throw new IllegalArgumentException("a scenario has at least one step that is no pause");
    }
    if (pauses(steps).compareTo(LONGEST_ITERATION) >= 0) {
      throw new IllegalArgumentException(
          "the pauses of a scenario last less than 5 minutes together, not "
              + DurationText.of(pauses(steps)));
    }
    names.stream()
        .filter(one -> names.indexOf(one) != names.lastIndexOf(one))
        .findFirst()
        .ifPresent(
            one -> {
              throw new IllegalArgumentException(
                  "two steps are called %s; give one of them a \"name\"".formatted(one));
            });
  }

  /** The steps that have figures of their own. */
  public List<Measured> measured() {
    return of(Measured.class, steps).toList();
  }

  /** The services that it goes to, each once. */
  public List<Service> services() {
    return of(Named.class, steps).map(Named::service).distinct().toList();
  }

  /**
   * From the intended start of an iteration to its end: what its steps may take together, and a
   * second more. So what ends a step that waits in vain is its own timeout, which says what it was.
   */
  public Duration timeout() {
    Duration sum = sum(steps.stream()).plus(AFTER_THE_LAST);
    return sum.compareTo(LONGEST_ITERATION) < 0 ? sum : LONGEST_ITERATION;
  }

  /**
   * Iterations under way at once, at the most: as many as can have a connection. One that waits
   * meanwhile has none to an HTTP service, but it keeps its streams.
   */
  public int slots() {
    boolean waits =
        steps.stream().anyMatch(step -> !(step instanceof Request || step instanceof Sql));
    return services().stream()
        .filter(service -> !waits || service instanceof StreamService)
        .mapToInt(Service::connections)
        .min()
        .orElse(MOST_PAUSING);
  }

  /**
   * Whether anything that is sent carries the canary of its user, so that it can come back to
   * another.
   */
  public boolean sendsCanary(Users users) {
    return of(Named.class, steps)
        .flatMap(Named::templates)
        .flatMap(Template::variables)
        .anyMatch(v -> v instanceof Variable.OfUser own && users.canary(own.name()));
  }

  /** Whether the plan says what must hold for it, or for any of its steps. */
  public boolean statesLimits() {
    return !limits.isEmpty() || measured().stream().anyMatch(step -> !step.limits().isEmpty());
  }

  /** In one line. */
  public String words() {
    return "%s: %s"
        .formatted(
            load.words(), String.join(", ", of(Named.class, steps).map(Named::name).toList()));
  }

  private static Duration pauses(List<Step> steps) {
    return sum(of(Step.Pause.class, steps));
  }

  private static Duration sum(Stream<? extends Step> steps) {
    return steps.map(Step::longest).reduce(Duration.ZERO, Duration::plus);
  }

  private static <S extends Step> Stream<S> of(Class<S> kind, List<Step> steps) {
    return steps.stream().filter(kind::isInstance).map(kind::cast);
  }
}
