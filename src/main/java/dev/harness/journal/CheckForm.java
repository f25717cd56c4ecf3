package dev.harness.journal;

import dev.harness.plan.CheckId;
import dev.harness.plan.Suite;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.verdict.Criterion;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A check as one text. Those that come with the harness are known by their id. What an option
 * brings, as a plan its scenarios, may have changed since: it is told whole, its parts divided by
 * tabs.
 */
final class CheckForm {
  private static final String DIVIDER = "\t";
  private static final int PARTS = 6;
  private static final int BUDGET_PARTS = 5;

  private CheckForm() {}

  static String text(Check check) {
    return check
        .broughtBy()
        .map(
            option ->
                String.join(
                    DIVIDER,
                    check.id().toString(),
                    text(check.budget()),
                    Boolean.toString(check.alerting()),
                    Boolean.toString(check.overloads()),
                    option.replace(DIVIDER, " "),
                    check.load()))
        .orElse(check.id().toString());
  }

  /**
   * The check that a text means.
   *
   * @param known all that come with the harness
   * @throws NoSuchElementException where there is no such check, or the text is damaged
   */
  static Check check(Collection<Check> known, String text) {
    String[] parts = text.split(DIVIDER, PARTS);
    return parts.length == PARTS
        ? told(parts)
        : known.stream()
            .filter(check -> check.id().toString().equals(text))
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("no check is called " + text));
  }

  private static Check told(String[] parts) {
    try {
      return new Told(
          id(parts[0]),
          budget(parts[1]),
          Boolean.parseBoolean(parts[2]),
          Boolean.parseBoolean(parts[3]),
          Optional.of(parts[4]),
          parts[5]);
    } catch (IllegalArgumentException e) {
      throw new NoSuchElementException("no check is told by " + String.join(" ", parts), e);
    }
  }

  private static String text(Budget budget) {
    return "%d,%d,%d,%d,%s"
        .formatted(
            budget.quick(), budget.standard(), budget.full(), budget.soak(), budget.length());
  }

  /** Journals of before there were own contexts have one number: a plan's time in each profile. */
  private static Budget budget(String text) {
    String[] parts = text.split(",", BUDGET_PARTS);
    return parts.length < BUDGET_PARTS
        ? Budget.ofPlan(Integer.parseInt(text))
        : new Budget(
            Integer.parseInt(parts[0]),
            Integer.parseInt(parts[1]),
            Integer.parseInt(parts[2]),
            Integer.parseInt(parts[3]),
            Budget.Length.valueOf(parts[4]));
  }

  static CheckId id(String text) {
    String[] parts = text.split("/", 2);
    return new CheckId(Suite.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[parts.length - 1]);
  }

  /** A check of which there is no more than what was told: it cannot be run. */
  private record Told(
      CheckId id,
      Budget budget,
      boolean alerting,
      boolean overloads,
      Optional<String> broughtBy,
      String load)
      implements Check {
    /** Each judgement has its own. */
    @Override
    public List<Criterion> criteria() {
      return List.of();
    }

    @Override
    public Findings run(Rig rig) {
      throw new UnsupportedOperationException(id + " is known from a journal only");
    }
  }
}
