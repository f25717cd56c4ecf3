package dev.harness.metric;

/** What a figure counts. A metric has one unit, and everything that speaks of it uses that one. */
public enum Unit {
  MILLISECONDS("ms"),
  NANOSECONDS("ns"),
  PER_SECOND("/s"),
  PERCENT("%"),
  MEGABYTES("MB"),
  MEGABYTES_PER_1K("MB/1k"),
  KILOBYTES("KB"),
  KILOBYTES_PER_1K("KB/1k"),
  MEGABYTES_PER_HOUR("MB/h"),
  COUNT(""),
  /** 1 for yes, 0 for no. */
  YES_NO("");

  public static final double BYTES_PER_KILOBYTE = 1024;
  public static final double BYTES_PER_MEGABYTE = 1024 * BYTES_PER_KILOBYTE;
  public static final double BYTES_PER_GIGABYTE = 1024 * BYTES_PER_MEGABYTE;

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** As written behind a number; empty for plain counts. */
  public String symbol() {
    return symbol;
  }
}
