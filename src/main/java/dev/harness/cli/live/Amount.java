package dev.harness.cli.live;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import java.time.Duration;
import java.util.function.DoubleFunction;

/** Amounts as text that is read while it changes: three digits and a unit. */
final class Amount {
  private static final String NONE = "–";
  private static final double MICROSECONDS_BELOW_MILLIS = 0.01;

  private Amount() {}

  static String millis(double millis) {
    if (Double.isNaN(millis)) {
      return NONE;
    }
    return millis < MICROSECONDS_BELOW_MILLIS
        ? digits(millis * 1_000) + " µs"
        : digits(millis) + " ms";
  }

  static String perSecond(double rate) {
    return digits(rate) + " /s";
  }

  static String count(double count) {
    return digits(count);
  }

  static String in(Unit unit, double value) {
    return unit == Unit.MILLISECONDS ? millis(value) : digits(value) + " " + unit.symbol();
  }

  static String megabytes(long bytes) {
    return "%,.0f MB".formatted(bytes / Unit.BYTES_PER_MEGABYTE);
  }

  static String percent(double percent) {
    return Double.isNaN(percent) ? NONE : "%.0f %%".formatted(percent);
  }

  /** A figure in that form, or a dash where there is none. */
  static String of(Figure figure, DoubleFunction<String> form) {
    return figure instanceof Figure.Measured measured ? form.apply(measured.value()) : NONE;
  }

  /** Minutes and whole seconds, rounded, and hours where there are any; the sign is dropped. */
  static String time(Duration duration) {
    Duration time = Duration.ofSeconds(Math.round(duration.abs().toMillis() / 1_000.0));
    return time.toHours() == 0
        ? "%d:%02d".formatted(time.toMinutes(), time.toSecondsPart())
        : "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }

  private static String digits(double value) {
    if (value == Math.rint(value) || value >= 100) {
      return "%,.0f".formatted(value);
    }
    return (value >= 10 ? "%.1f" : "%.2f").formatted(value);
  }
}
