package dev.harness.plan.scenario;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The users of a plan: so many, or one for each row of a feeder.
 *
 * @param size how many; 1 to 100,000
 * @param rows what a feeder has of each; none without one
 */
public record Users(int size, Rows rows) {
  /** What a user is called: the column of that name, and without one {@code user-7}. */
  public static final String ID = "id";

  /** What is known to the user alone, and looked for in all that others get. */
  public static final String CANARY = "canary";

  /** What the user is let in with: the column of that name, and without one the canary. */
  public static final String TOKEN = "token";

  private static final int MOST = 100_000;

  public Users {
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException(
          "a plan has 1 to %,d users, not %,d".formatted(MOST, size));
    }
    if (rows.size() != 0 && rows.size() != size) {
      throw new IllegalArgumentException("%d users have %d rows".formatted(size, rows.size()));
    }
  }

  /** So many, of whom nothing is known but what the harness gives them. */
  public static Users of(int size) {
    return new Users(size, Rows.NONE);
  }

  /** One for each row. */
  public static Users of(Rows rows) {
    return new Users(rows.size(), rows);
  }

  /** What may be asked of a user. */
  public Set<String> names() {
    var names = new LinkedHashSet<>(List.of(ID, CANARY, TOKEN));
    names.addAll(rows.columns());
    return names;
  }

  /** Whether that name stands for the canary. */
  public boolean canary(String name) {
    return name.equals(CANARY) || (name.equals(TOKEN) && !rows.columns().contains(TOKEN));
  }

  /**
   * What all names stand for.
   *
   * @param number from 0
   * @param id what the harness calls the user
   */
  public Map<String, String> values(int number, String id, String canary) {
    var values = new HashMap<String, String>();
    values.put(ID, id);
    values.put(TOKEN, canary);
    if (rows.size() > 0) {
      values.putAll(rows.row(number));
    }
    values.put(CANARY, canary);
    return Map.copyOf(values);
  }

  /** How many; what a feeder has of them may be secret. */
  @Override
  public String toString() {
    return "Users[size=%d, columns=%s]".formatted(size, rows.columns());
  }
}
