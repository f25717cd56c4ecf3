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
   * @param pauseSeconds in which collections stopped this process
   * @param stolenSeconds in which a hypervisor kept each processor away, on average
   * @param throttledSeconds in which a quota held threads of this process back
   */
  record Reading(
      List<Double> threadSeconds,
      double pauseSeconds,
      double stolenSeconds,
      double throttledSeconds) {
    public Reading {
      threadSeconds = List.copyOf(threadSeconds);
    }

    /**
     * What was counted since.
     *
     * @param before a reading of the same threads
     * @param seconds between the two
     */
    public Strain since(Reading before, double seconds) {
      double busiest = threadSeconds.isEmpty() ? Double.NaN : 0;
      for (int i = 0; i < threadSeconds.size(); i++) {
        busiest = Math.max(busiest, threadSeconds.get(i) - before.threadSeconds.get(i));
      }
      return new Strain(
          seconds,
          busiest,
          pauseSeconds - before.pauseSeconds,
          stolenSeconds - before.stolenSeconds,
          throttledSeconds - before.throttledSeconds);
    }
  }
}
