package dev.harness.plan.scenario;

import java.util.regex.Pattern;

/** Something that does or does not hold of a variable in one iteration. */
public sealed interface Condition {

  boolean holds(Scope scope);

  /** In a few words, as the plan has it. */
  String words();

  Variable variable();

  /**
   * Whether the variable stands for something, as far as that follows.
   *
   * @param held whether the condition held
   */
  default boolean proves(boolean held) {
    return held;
  }

  /** It stands for this; never where it was not captured. */
  record Equal(Variable variable, Template value) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return variable.known(scope) && variable.in(scope).equals(value.in(scope));
    }

    @Override
    public String words() {
      return "%s equals %s".formatted(variable.written(), value.written());
    }
  }

  /** The whole of it is of that form; never where it was not captured. */
  record Matching(Variable variable, Pattern form) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return variable.known(scope) && form.matcher(variable.in(scope)).matches();
    }

    @Override
    public String words() {
      return "%s matches %s".formatted(variable.written(), form);
    }
  }

  /**
   * It stands for a text that is not empty, or it does not.
   *
   * @param wanted which of them is the condition
   */
  record Present(Variable variable, boolean wanted) implements Condition {
    @Override
    public boolean holds(Scope scope) {
      return (variable.known(scope) && !variable.in(scope).isEmpty()) == wanted;
    }

    @Override
    public boolean proves(boolean held) {
      return held == wanted;
    }

    @Override
    public String words() {
      return "%s %s".formatted(variable.written(), wanted ? "exists" : "does not exist");
    }
  }
}
