package dev.harness.cli;

import dev.harness.stats.PairedDifference;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number as the command line has it, in the range that it may have. */
abstract class WholeNumber implements ITypeConverter<Integer> {
  private final String what;
  private final int lowest;
  private final int highest;

  private WholeNumber(String what, int lowest, int highest) {
    this.what = what;
    this.lowest = lowest;
    this.highest = highest;
  }

  @Override
  public Integer convert(String text) {
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= lowest && number <= highest) {
        return number;
      }
    }
    throw new TypeConversionException(
        "\"%s\" is no %s; allowed: %d to %d".formatted(text, what, lowest, highest));
  }

  /** Of TCP; 0 for any that is free. */
  static final class Port extends WholeNumber {
    Port() {
      super("port", 0, 65_535);
    }
  }

  /** Of runs: one pair shows nothing of how pairs differ. */
  static final class Pairs extends WholeNumber {
    Pairs() {
      super("number of pairs", PairedDifference.LEAST_PAIRS, 50);
    }
  }

  /** How many there may be of something. */
  static final class Count extends WholeNumber {
    Count() {
      super("count", 1, 1_000_000);
    }
  }
}
