package dev.harness.plan.scenario;

import java.time.Duration;
import java.util.stream.Stream;

/** One thing after another that a scenario does. */
public sealed interface Step permits Named, Step.Pause, Loop, Branch {

  /** How long it may take at the most. */
  Duration longest();

  /** What it may come to at the most. */
  default Extent extent() {
    return new Extent(1, Duration.ZERO, longest());
  }

  /** Itself, and the steps in it. */
  default Stream<Step> all() {
    return Stream.of(this);
  }

  /** Makes something of it, by its kind. */
  <T> T as(Kinds<T> kinds);

  /** What is made of each kind of step. */
  interface Kinds<T> {
    T request(Request request);

    T pause(Pause pause);

    T connect(StreamStep.Connect connect);

    T send(StreamStep.Send send);

    T await(StreamStep.Await await);

    T stay(StreamStep.Stay stay);

    T close(StreamStep.Close close);

    T sql(Sql sql);

    T group(Group group);

    T loop(Loop loop);

    T branch(Branch branch);
  }

  /**
   * Waits, as a person does between two clicks.
   *
   * @param time above 0, at most 5 minutes
   */
  record Pause(Duration time) implements Step {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public Pause {
      if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a pause lasts more than 0 and at most 5 minutes, not %d ms"
                .formatted(time.toMillis()));
      }
    }

    @Override
    public Duration longest() {
      return time;
    }

    @Override
    public Extent extent() {
      return new Extent(1, time, time);
    }

    @Override
    public <T> T as(Kinds<T> kinds) {
      return kinds.pause(this);
    }
  }
}
