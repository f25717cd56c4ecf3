package dev.harness.plan.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.metric.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThresholdCatalogueTest {
  private static final List<ThresholdKey> KEYS = ThresholdCatalogue.keys();

  @Test
  void hasEachPathOnce() {
    assertThat(KEYS).hasSizeGreaterThan(40).extracting(ThresholdKey::path).doesNotHaveDuplicates();
  }

  @Test
  void hasOneMetricForEachKey() {
    assertThat(KEYS).extracting(key -> key.metric().id()).doesNotHaveDuplicates();
  }

  @Test
  void findsEachKeyWhereItStands() {
    assertThat(KEYS)
        .allSatisfy(
            key -> assertThat(ThresholdCatalogue.find(key.section(), key.name())).contains(key));
    assertThat(ThresholdCatalogue.find("load_testing", "min_success_rate_percent")).isEmpty();
  }

  @Test
  void keysKeepTheirSectionsTogether() {
    Map<String, List<ThresholdKey>> bySection =
        KEYS.stream()
            .collect(
                Collectors.groupingBy(
                    ThresholdKey::section, LinkedHashMap::new, Collectors.toList()));

    assertThat(bySection.values().stream().flatMap(List::stream)).containsExactlyElementsOf(KEYS);
  }

  @Test
  void aNameThatSaysItsUnitHasThatUnit() {
    assertThat(KEYS)
        .allSatisfy(
            key -> {
              if (key.name().endsWith("_percent")) {
                assertThat(key.metric().unit()).isEqualTo(Unit.PERCENT);
              }
              if (key.name().endsWith("_ms")) {
                assertThat(key.metric().unit()).isEqualTo(Unit.MILLISECONDS);
              }
              if (key.name().endsWith("_mb")) {
                assertThat(key.metric().unit()).isEqualTo(Unit.MEGABYTES);
              }
              if (key.name().endsWith("_required")) {
                assertThat(key.metric().unit()).isEqualTo(Unit.YES_NO);
              }
            });
  }

  @Test
  void aNameThatSaysItsSideHasThatSide() {
    assertThat(KEYS)
        .allSatisfy(
            key -> {
              if (List.of(key.name().split("_")).contains("max")) {
                assertThat(key.bound()).isEqualTo(Bound.AT_MOST);
              }
              if (List.of(key.name().split("_")).contains("min")) {
                assertThat(key.bound()).isEqualTo(Bound.AT_LEAST);
              }
            });
  }
}
