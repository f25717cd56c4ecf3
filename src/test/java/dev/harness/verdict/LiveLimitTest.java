package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ConcurrentRequestLimits;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.plan.threshold.Thresholds.Limit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveLimitTest {
  private static final Thresholds THRESHOLDS =
      new Thresholds(
          Map.of(
              ConcurrentRequestLimits.P95, new Limit(500, "mine"),
              ConcurrentRequestLimits.MEMORY_GROWTH, new Limit(100, "mine"),
              LoadLimits.SUSTAINED_SUCCESS, new Limit(95, "mine"),
              LoadLimits.SUSTAINED_RESPONSE, new Limit(200, "mine")));

  @Test
  void limitsOnWindowsConcernEveryLoadOfTheirCheck() {
    assertThat(broken("burst", Criterion.key(ConcurrentRequestLimits.P95)))
        .containsExactly("response_time_p95 > 500ms");
  }

  @Test
  void limitsThatAreCalledAfterALoadConcernThatOneOnly() {
    Criterion[] sustained = {
      Criterion.key(LoadLimits.SUSTAINED_SUCCESS), Criterion.key(LoadLimits.SUSTAINED_RESPONSE)
    };
    assertThat(broken("sustained", sustained))
        .containsExactly("success_rate < 95%", "response_time_mean > 200ms");
    assertThat(broken("another", sustained)).isEmpty();
  }

  @Test
  void theNameOfALoadMayHaveHyphensAndSpaces() {
    Criterion fixed =
        Criterion.fixed(
            new Metric("open_load_1_service_time_p99", Unit.MILLISECONDS, "what a test says"),
            Bound.AT_MOST,
            50);

    assertThat(broken("open-load 1", fixed)).containsExactly("service_time_p99 > 50ms");
  }

  @Test
  void whatIsNotOfWindowsHasNoLimitOrIsOfAnotherUnitIsLeftOut() {
    assertThat(
            broken(
                "burst",
                Criterion.key(ConcurrentRequestLimits.MEMORY_GROWTH),
                Criterion.key(ConcurrentRequestLimits.P99),
                Criterion.fixed(
                    new Metric("success_rate", Unit.COUNT, "a rate of nothing"),
                    Bound.AT_LEAST,
                    1)))
        .isEmpty();
  }

  private static List<String> broken(String phase, Criterion... criteria) {
    return LiveLimit.of(List.of(criteria), THRESHOLDS, phase).stream()
        .map(limit -> limit.broken().trigger())
        .toList();
  }
}
