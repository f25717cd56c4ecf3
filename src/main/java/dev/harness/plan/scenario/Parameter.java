package dev.harness.plan.scenario;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a parameter of a statement stands for. */
public sealed interface Parameter {

  /** Its value in one iteration: a text, a number, a truth, or null. */
  @Nullable Object in(Scope scope);

  /** The texts with variables in it. */
  default Stream<Template> templates() {
    return Stream.empty();
  }

  /** A text, with variables in it or without. */
  record Text(Template text) implements Parameter {
    @Override
    public Object in(Scope scope) {
      return text.in(scope);
    }

    @Override
    public Stream<Template> templates() {
      return Stream.of(text);
    }
  }

  /**
   * What it is in every iteration.
   *
   * @param value a {@code Long}, {@code Double}, {@code Boolean}, or null
   */
  record Constant(@Nullable Object value) implements Parameter {
    @Override
    public @Nullable Object in(Scope scope) {
      return value;
    }
  }
}
