package dev.harness.check.stability;

import dev.harness.measure.Figure;
import dev.harness.run.port.LiveSet;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.function.Supplier;

/**
 * What a process holds on to: its live set, or, of one that is no JVM, its resident memory.
 *
 * @param what is looked at, in plain words
 * @param look takes a look
 */
record HeldMemory(String what, Supplier<Figure> look) {

  /** Decides once which of them it is: figures of both do not make a trend. */
  static HeldMemory of(LiveSet liveSet, ProcessProbe probe, long pid) {
    return liveSet.bytes() instanceof Figure.Missing missing
        ? new HeldMemory(
            "memory is resident memory, because " + missing.reason(), () -> resident(probe, pid))
        : new HeldMemory("memory is the live set", liveSet::bytes);
  }

  /** How much it is now. */
  Figure bytes() {
    return look.get();
  }

  private static Figure resident(ProcessProbe probe, long pid) {
    return probe
        .process(pid)
        .map(ProcessSample::rssBytes)
        .map(bytes -> Figure.of((double) bytes))
        .orElseGet(() -> Figure.missing("the process is gone"));
  }
}
