package dev.harness.plan;

import java.math.BigDecimal;

/** A number as people write it: no exponent, and no digits that say nothing. */
public final class PlainNumber {
  private PlainNumber() {}

  public static String of(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}
