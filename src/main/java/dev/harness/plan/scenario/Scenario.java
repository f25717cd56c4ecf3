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
 * @param steps at least one that goes to a service among them and the steps in them, each with a
 *     name of its own
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
    Duration pauses = Extent.of(steps).pauses();
    if (of(Sending.class, steps).findAny().isEmpty()) {
      throw new IllegalArgumentException("a scenario has at least one step that is no pause");
    }
    if (pauses.compareTo(LONGEST_ITERATION) >= 0) {
      throw new IllegalArgumentException(
          "the pauses of a scenario last less than 5 minutes together, not "
              + DurationText.of(pauses));
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
    return of(Sending.class, steps).map(Sending::service).distinct().toList();
  }

  /**
   * From the intended start of an iteration to its end: what its steps may take together, and a
   * second more. So what ends a step that waits in vain is its own timeout, which says what it was.
   */
  public Duration timeout() {
    Duration sum = Extent.of(steps).longest().plus(AFTER_THE_LAST);
    return sum.compareTo(LONGEST_ITERATION) < 0 ? sum : LONGEST_ITERATION;
  }

  /**
   * Iterations under way at once, at the most: as many as can have a connection. One that waits
   * meanwhile has none to an HTTP service, but it keeps its streams.
   */
  public int slots() {
    boolean waits =
        Stream.of(Step.Pause.class, StreamStep.class)
            .anyMatch(kind -> of(kind, steps).findAny().isPresent());
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
    return of(Sending.class, steps)
        .flatMap(Sending::templates)
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

  private static <S extends Step> Stream<S> of(Class<S> kind, List<Step> steps) {
    return steps.stream().flatMap(Step::all).filter(kind::isInstance).map(kind::cast);
  }
}
