package dev.harness.cli;

import dev.harness.random.Seed;
import java.security.SecureRandom;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A seed as the command line has it: a whole number of 64 bits. */
final class SeedOption implements ITypeConverter<Seed> {
  /** Of a seed that nobody chose: enough to be another each time, and short enough to be typed. */
  private static final int BITS = 32;

  static Seed random() {
    return new Seed(new SecureRandom().nextLong(1L << BITS));
  }

  @Override
  public Seed convert(String text) {
    try {
      return new Seed(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'%s' is no seed; write a whole number from %d to %d"
              .formatted(text, Long.MIN_VALUE, Long.MAX_VALUE));
    }
  }
}
