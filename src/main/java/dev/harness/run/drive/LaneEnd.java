package dev.harness.run.drive;

/**
 * What one lane knows once it is over.
 *
 * @param lastOutcomeNanos the clock's time at the last outcome
 * @param peakInFlight operations under way at once; of several lanes the sum, which they need not
 *     have reached at the same moment
 * @param inFlightNanos operations under way, integrated over time
 * @param late answers that came after their operation had ended
 */
record LaneEnd(long lastOutcomeNanos, int peakInFlight, long inFlightNanos, long late) {

  LaneEnd plus(LaneEnd other) {
    return new LaneEnd(
        Math.max(lastOutcomeNanos, other.lastOutcomeNanos),
        peakInFlight + other.peakInFlight,
        inFlightNanos + other.inFlightNanos,
        late + other.late);
  }
}
