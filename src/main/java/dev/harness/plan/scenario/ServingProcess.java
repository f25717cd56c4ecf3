package dev.harness.plan.scenario;

import dev.harness.plan.AlertMetric.Sampled;
import dev.harness.plan.KebabCase;
import dev.harness.plan.ProcessLimit;
import java.util.List;
import java.util.Optional;

/**
 * The process behind a target of a plan, or behind all of them.
 *
 * @param target that it serves, in kebab case, because figures may be called after it; empty for
 *     all of the plan
 * @param limits on what it uses while a load lasts, one a metric
 */
public record ServingProcess(Optional<String> target, Seen seen, List<ProcessLimit> limits) {

  public ServingProcess {
    target.ifPresent(one -> KebabCase.require("a target that names the process behind it", one));
    limits = List.copyOf(limits);
    if (seen instanceof ByMetrics
        && limits.stream().anyMatch(limit -> limit.metric() == Sampled.CPU_UTILIZATION)) {
      throw new IllegalArgumentException(
          "metrics do not tell of how many cores a process may use; write process_cpu, of which"
              + " 100% is one core");
    }
  }

  /** One that serves all targets, of which nothing is demanded. */
  public static ServingProcess ofAll(long pid) {
    return new ServingProcess(Optional.empty(), new ByPid(pid), List.of());
  }

  boolean serves(Service service) {
    return target.isEmpty() || target.get().equals(service.name());
  }

  /** What it stands behind, in words. */
  public String served() {
    return target.orElse("the targets");
  }

  /** How it is looked at. */
  public sealed interface Seen {}

  /** As a process of this machine. */
  public record ByPid(long pid) implements Seen {}

  /**
   * By what it tells of itself at an endpoint for Prometheus.
   *
   * @param url that is asked, which may have secrets in it
   * @param written the URL as the plan has it: what may be shown
   */
  public record ByMetrics(String url, String written) implements Seen {
    @Override
    public String toString() {
      return "ByMetrics[url=%s]".formatted(written);
    }
  }
}
