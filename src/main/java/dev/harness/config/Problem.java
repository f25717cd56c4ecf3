package dev.harness.config;

import dev.harness.config.Located.Position;
import java.util.regex.Pattern;

/**
 * Something that is wrong in a file.
 *
 * @param what is wrong, and what is allowed, in one line
 */
public record Problem(String file, int line, int column, String what)
    implements Comparable<Problem> {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int LONGEST = 800;

  /** What a file says may stand in it, but not what would break a line or steer a terminal. */
  public Problem {
    what = CONTROL.matcher(what).replaceAll("\uFFFD");
    if (what.length() > LONGEST) {
      what = what.substring(0, LONGEST) + "…";
    }
  }

  static Problem at(String file, Position position, String what) {
    return new Problem(file, position.line(), position.column(), what);
  }

  @Override
  public int compareTo(Problem other) {
    return line == other.line
        ? Integer.compare(column, other.column)
        : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return "%s:%d:%d: %s".formatted(file, line, column, what);
  }
}
