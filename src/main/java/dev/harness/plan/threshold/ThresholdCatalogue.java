package dev.harness.plan.threshold;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every key of a thresholds file, in the order of the file. */
public final class ThresholdCatalogue {
  private static final List<ThresholdKey> KEYS =
      Stream.of(
              ContextCreationLimits.ALL,
              ExecutionEngineLimits.ALL,
              ConcurrentRequestLimits.ALL,
              WebsocketLimits.ALL,
              DatabaseLimits.ALL,
              MemoryLimits.ALL,
              LoadLimits.ALL,
              StabilityLimits.ALL)
          .flatMap(Collection::stream)
          .toList();

  private ThresholdCatalogue() {}

  /** All keys. */
  public static List<ThresholdKey> keys() {
    return KEYS;
  }

  /** The key of that name in that section. */
  public static Optional<ThresholdKey> find(String section, String name) {
    return KEYS.stream()
        .filter(key -> key.section().equals(section) && key.name().equals(name))
        .findFirst();
  }
}
