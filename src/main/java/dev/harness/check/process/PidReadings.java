package dev.harness.check.process;

import dev.harness.metric.Unit;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ProcessProbe;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.Readings;
import java.util.List;
import java.util.Optional;

/**
 * A process of this machine, as a source: what the operating system counts of it, and of a JVM that
 * lets us in what its heap holds after collections.
 *
 * @param inside of the JVM that it may be; empty where nobody asks for its heap, because to look
 *     makes garbage there
 */
record PidReadings(long pid, ProcessProbe probe, Optional<ReadingSource> inside)
    implements ReadingSource {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final List<SourceMetric> OF_HEAP =
      List.of(SourceMetric.HEAP_AFTER_GC, SourceMetric.GC_RATE);

  @Override
  public String name() {
    return "process " + pid;
  }

  @Override
  public Readings read() {
    ProcessSample sample =
        probe
            .process(pid)
            .orElseThrow(() -> new NotAvailableException("process %d is gone".formatted(pid)));
    Readings outside =
        Readings.NONE
            .with(SourceMetric.RESIDENT_MEMORY, sample.rssBytes() / Unit.BYTES_PER_MEGABYTE)
            .with(SourceMetric.REPORTED_CPU, sample.cpuNanos() / NANOS_PER_SECOND);
    return inside.map(jvm -> with(outside, jvm)).orElse(outside);
  }

  private static Readings with(Readings outside, ReadingSource jvm) {
    try {
      Readings told = jvm.read();
      Readings both = outside;
      for (SourceMetric metric : OF_HEAP) {
        both = both.with(metric, told.value(metric).orElse(Double.NaN));
      }
      return both;
    } catch (NotAvailableException e) {
      return outside.without(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    inside.ifPresent(ReadingSource::close);
  }
}
