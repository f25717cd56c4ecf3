package dev.harness.config;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be used. The message has a line for each thing that is wrong with it. */
public final class InvalidFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The file as a whole: it is not there, cannot be read, or is too large. */
  InvalidFileException(String message) {
    super(message);
  }

  InvalidFileException(List<Problem> problems) {
    super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
  }
}
