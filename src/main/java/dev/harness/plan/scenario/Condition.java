package dev.harness.plan.scenario;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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

  /**
   * The whole of it is of that form; never where it was not captured, or has more than 1,000
   * characters.
   */
  record Matching(Variable variable, Pattern form) implements Condition {
    /** What is longer takes more of the stack than there is, in an expression or for one. */
    private static final int LONGEST_FORM = 500;

    private static final int LONGEST_TEXT = 1_000;

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException saying what is wrong with the expression
     */
    public static Matching of(Variable variable, String form) {
      if (form.length() > LONGEST_FORM) {
        throw new IllegalArgumentException(
            "a regular expression has at most %d characters, not %,d"
                .formatted(LONGEST_FORM, form.length()));
      }
      try {
        return new Matching(variable, Pattern.compile(form));
      } catch (PatternSyntaxException e) {
        throw new IllegalArgumentException(
            "\"%s\" is no regular expression: %s".formatted(form, e.getDescription()), e);
      }
    }

    @Override
    public boolean holds(Scope scope) {
      if (!variable.known(scope)) {
        return false;
      }
      String text = variable.in(scope);
      return text.length() <= LONGEST_TEXT && form.matcher(text).matches();
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
