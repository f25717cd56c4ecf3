package dev.harness.reference;

import java.util.concurrent.atomic.LongAdder;

/** Running totals of all streams of one emitter. */
final class EventTotals {
  final LongAdder accepted = new LongAdder();
  final LongAdder delivered = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder discarded = new LongAdder();
  final LongAdder overflowed = new LongAdder();
}
