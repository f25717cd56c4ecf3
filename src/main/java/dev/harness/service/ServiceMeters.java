package dev.harness.service;

import dev.harness.reference.EngineCounts;
import dev.harness.reference.ExecutionEngineFactory;
import dev.harness.reference.StreamCounts;
import dev.harness.reference.UserEvents;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the service holds and has done, for {@code /q/metrics}. Read when it is asked for, so that
 * no request pays for it; of the service as a whole, so that there are as many meters for a
 * thousand users as for one. They end with the service: a registry may outlive it, as it does when
 * code is reloaded, and keeps the meters it knows for those of the next service.
 */
final class ServiceMeters implements AutoCloseable {
  private final MeterRegistry registry;
  private final List<Meter> meters = new ArrayList<>();

  private ServiceMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  static ServiceMeters register(
      MeterRegistry registry, ServiceParts parts, InFlight inFlight, Connections connections) {
    var meters = new ServiceMeters(registry);
    meters.requests(inFlight);
    meters.engines(parts.engines());
    meters.streams(parts.events());
    meters.gauge("streams.connections", connections, Connections::open);
    return meters;
  }

  @Override
  public void close() {
    meters.forEach(registry::remove);
  }

  private void requests(InFlight requests) {
    gauge("requests.in.flight", requests, InFlight::now);
    counter("requests", requests, InFlight::total);
    counter("requests.refused", requests, InFlight::refused);
  }

  private void engines(ExecutionEngineFactory engines) {
    gauge("engines.open", engines, of -> of.counts().open());
    gauge("engines.users", engines, of -> of.counts().users());
    engine("engines.created", engines, EngineCounts::created);
    engine("engines.refused", engines, EngineCounts::refused);
    engine("engines.closed", engines, EngineCounts::closed);
    engine("engines.evicted", engines, EngineCounts::evicted);
  }

  private void engine(
      String name, ExecutionEngineFactory engines, ToDoubleFunction<EngineCounts> count) {
    counter(name, engines, of -> count.applyAsDouble(of.counts()));
  }

  private void streams(UserEvents events) {
    gauge("streams.open", events, of -> of.counts().open());
    gauge("streams.queued.events", events, of -> of.counts().queued());
    gauge("streams.queued.bytes", events, of -> of.counts().queuedBytes());
    stream("streams.accepted.events", events, StreamCounts::accepted);
    stream("streams.delivered.events", events, StreamCounts::delivered);
    stream("streams.dropped.events", events, StreamCounts::dropped);
    stream("streams.discarded.events", events, StreamCounts::discarded);
    stream("streams.overflowed", events, StreamCounts::overflowed);
  }

  private void stream(String name, UserEvents events, ToDoubleFunction<StreamCounts> count) {
    counter(name, events, of -> count.applyAsDouble(of.counts()));
  }

  private <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
    meters.add(Gauge.builder("harness.target." + name, of, value).register(registry));
  }

  private <T> void counter(String name, T of, ToDoubleFunction<T> value) {
    meters.add(FunctionCounter.builder("harness.target." + name, of, value).register(registry));
  }
}
