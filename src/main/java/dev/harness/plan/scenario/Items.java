package dev.harness.plan.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a loop goes through. */
public sealed interface Items {
  /** However many there are. */
  int MOST = 1_000;

  /** Rounds at the most. */
  int most();

  /** Whether there is a round in any case. */
  boolean certain();

  /** In a few words. */
  String words();

  /**
   * The items of one iteration; nothing where they cannot be had.
   *
   * @param array takes the text of a JSON array apart; nothing where it is none
   */
  Optional<List<String>> in(Scope scope, Function<String, Optional<List<String>>> array);

  private static void requireCount(String what, int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "%s: 1 to %,d are allowed, not %,d".formatted(what, MOST, count));
    }
  }

  /**
   * The numbers from 1 to that one.
   *
   * @param count 1 to 1,000
   */
  record Times(int count) implements Items {
    public Times {
      Items.requireCount("the rounds of a loop", count);
    }

    @Override
    public int most() {
      return count;
    }

    @Override
    public boolean certain() {
      return true;
    }

    @Override
    public String words() {
      return "%,d times".formatted(count);
    }

    @Override
    public Optional<List<String>> in(Scope scope, Function<String, Optional<List<String>>> array) {
      return Optional.of(IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }
  }

  /**
   * What the plan names.
   *
   * @param values 1 to 1,000
   */
  record Listed(List<Template> values) implements Items {
    public Listed {
      values = List.copyOf(values);
      Items.requireCount("the items of a loop", values.size());
    }

    @Override
    public int most() {
      return values.size();
    }

    @Override
    public boolean certain() {
      return true;
    }

    @Override
    public String words() {
      return "for each of %,d".formatted(values.size());
    }

    @Override
    public Optional<List<String>> in(Scope scope, Function<String, Optional<List<String>>> array) {
      return Optional.of(values.stream().map(value -> value.in(scope)).toList());
    }
  }

  /**
   * What stands in a JSON array that a step before has captured, up to so many.
   *
   * @param variable whose text that is
   * @param most 1 to 1,000
   */
  record Found(Variable variable, int most) implements Items {
    public Found {
      Items.requireCount("at_most", most);
    }

    @Override
    public boolean certain() {
      return false;
    }

    @Override
    public String words() {
      return "for each of ${%s}, at most %,d".formatted(variable.written(), most);
    }

    @Override
    public Optional<List<String>> in(Scope scope, Function<String, Optional<List<String>>> array) {
      return array
          .apply(variable.in(scope))
          .map(all -> all.size() > most ? all.subList(0, most) : all);
    }
  }
}
