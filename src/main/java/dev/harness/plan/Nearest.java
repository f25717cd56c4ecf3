package dev.harness.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant: the one with the fewest letters changed. */
public final class Nearest {
  /** One letter in so many may be wrong, rounded up. */
  private static final int LETTERS_PER_MISTAKE = 4;

  private Nearest() {}

  /**
   * The nearest name, if it is near enough to be meant.
   *
   * @param names in lower case; the first of those that are equally near is taken
   */
  public static Optional<String> to(String given, Collection<String> names) {
    int allowed = (given.length() + LETTERS_PER_MISTAKE - 1) / LETTERS_PER_MISTAKE;
    return names.stream()
        .filter(name -> Math.abs(name.length() - given.length()) <= allowed)
        .filter(name -> distance(lower(given), name) <= allowed)
        .min(Comparator.comparingInt(name -> distance(lower(given), name)));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Letters to insert, remove or replace (V. I. Levenshtein, 1965). */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], before[j]));
      }
      before = row;
    }
    return before[b.length()];
  }
}
