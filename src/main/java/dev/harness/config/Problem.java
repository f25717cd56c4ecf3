package dev.harness.config;

import dev.harness.config.Located.Position;

/**
 * Something that is wrong in a file.
 *
 * @param what is wrong, and what is allowed, in one line
 */
public record Problem(String file, int line, int column, String what)
    implements Comparable<Problem> {

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
