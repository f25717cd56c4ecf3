package dev.harness.run.port;

import dev.harness.measure.Strain;
import java.util.List;

/** Reads what uses up and holds back this process. */
public interface StrainProbe {

  /**
   * All that was counted up to now.
   *
   * @param threads ids of the threads whose processor time is asked for
   */
  Reading read(List<Long> threads);

  /**
   * Counters that only rise, in seconds; NaN where one cannot be had.
   *
   * @param threadSeconds processor time of each thread, in the order in which they were asked for
   * @param waitSeconds in which each of them was ready to run and had no processor
   * @param pauseSeconds in which collections stopped this process
   * @param stolenSeconds in which a hypervisor kept each processor away, on average
   * @param throttledSeconds in which a quota held threads of this process back
   */
  record Reading(
      List<Double> threadSeconds,
      List<Double> waitSeconds,
      double pauseSeconds,
      double stolenSeconds,
      double throttledSeconds) {
    public Reading {
      threadSeconds = List.copyOf(threadSeconds);
      waitSeconds = List.copyOf(waitSeconds);
    }

    /**
     * What was counted since.
     *
     * @param before a reading of the same threads
     * @param seconds between the two
     */
    public Strain since(Reading before, double seconds) {
      double ran = Double.NaN;
      double waited = Double.NaN;
      for (int i = 0; i < threadSeconds.size(); i++) {
        double running = threadSeconds.get(i) - before.threadSeconds.get(i);
        double waiting = waitSeconds.get(i) - before.waitSeconds.get(i);
        if (!(running + known(waiting) <= ran + known(waited))) {
          ran = running;
          waited = waiting;
        }
      }
      return new Strain(
          seconds,
          ran,
          waited,
          pauseSeconds - before.pauseSeconds,
          stolenSeconds - before.stolenSeconds,
          throttledSeconds - before.throttledSeconds);
    }

    private static double known(double seconds) {
      return Double.isFinite(seconds) ? seconds : 0;
    }
  }
}
