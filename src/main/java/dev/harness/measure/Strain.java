package dev.harness.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * What used up or held back this process and its machine for a time: it explains why a generator
 * was late. A number is NaN where it could not be had. Merging is {@link #plus}.
 *
 * @param seconds for which it was looked at
 * @param loopSeconds processor time of the event loop that used most, of those that drove the load
 * @param loopWaitSeconds in which that loop was ready to run and had no processor
 * @param pauseSeconds in which collections stopped this process
 * @param stolenSeconds in which a hypervisor kept each processor away, on average over all of them
 * @param throttledSeconds in which a quota held threads of this process back
 */
public record Strain(
    double seconds,
    double loopSeconds,
    double loopWaitSeconds,
    double pauseSeconds,
    double stolenSeconds,
    double throttledSeconds) {
  /** Nobody looked. */
  public static final Strain UNKNOWN =
      new Strain(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final double STARVED_PERCENT = 5;

  /** What is less explains nothing. */
  private static final double LEAST_PERCENT = 1;

  private static final double LEAST_PAUSE = 0.001;

  /** Both, one after the other. */
  public Strain plus(Strain next) {
    return new Strain(
        seconds + next.seconds,
        loopSeconds + next.loopSeconds,
        loopWaitSeconds + next.loopWaitSeconds,
        pauseSeconds + next.pauseSeconds,
        stolenSeconds + next.stolenSeconds,
        throttledSeconds + next.throttledSeconds);
  }

  /** Of one core. */
  public double loopPercent() {
    return percent(loopSeconds);
  }

  /** For how much of the time its busiest loop waited for a processor. */
  public double loopWaitPercent() {
    return percent(loopWaitSeconds);
  }

  /** How much of the time its busiest loop had something to do, whether or not it got to it. */
  public double loopBusyPercent() {
    return loopPercent() + (Double.isFinite(loopWaitPercent()) ? loopWaitPercent() : 0);
  }

  /** Of all processors. */
  public double stolenPercent() {
    return percent(stolenSeconds);
  }

  /** Of the time; above 100 where several threads were held back at once. */
  public double throttledPercent() {
    return percent(throttledSeconds);
  }

  /** Whether the machine withheld more than 5 % of the time that this process should have had. */
  public boolean starved() {
    return stolenPercent() > STARVED_PERCENT || throttledPercent() > STARVED_PERCENT;
  }

  /** What of the process and of the machine tells why it was slow, each in a few plain words. */
  public List<String> causes() {
    var causes = new ArrayList<String>();
    if (Double.isFinite(loopPercent())) {
      causes.add("its event loop used %.0f %% of a core".formatted(loopPercent()));
    }
    if (loopWaitPercent() >= LEAST_PERCENT) {
      causes.add("it waited for one for %.0f %% of the time".formatted(loopWaitPercent()));
    }
    if (pauseSeconds >= LEAST_PAUSE) {
      causes.add("collections paused it for %.0f ms".formatted(1_000 * pauseSeconds));
    }
    causes.addAll(shortages());
    return List.copyOf(causes);
  }

  /** What the machine withheld, each in a few plain words. */
  public List<String> shortages() {
    var shortages = new ArrayList<String>();
    if (stolenPercent() >= LEAST_PERCENT) {
      shortages.add(
          "other machines took %.0f %% of the processors' time".formatted(stolenPercent()));
    }
    if (throttledPercent() >= LEAST_PERCENT) {
      shortages.add("a quota held it back for %.0f %% of the time".formatted(throttledPercent()));
    }
    return List.copyOf(shortages);
  }

  private double percent(double part) {
    return seconds > 0 ? 100 * part / seconds : Double.NaN;
  }
}
