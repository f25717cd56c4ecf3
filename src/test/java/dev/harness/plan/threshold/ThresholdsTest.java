package dev.harness.plan.threshold;

import static dev.harness.plan.threshold.DatabaseLimits.LEAKS;
import static dev.harness.plan.threshold.DatabaseLimits.QUERY;
import static dev.harness.plan.threshold.DatabaseLimits.REUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.plan.threshold.Thresholds.Limit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {

  @Test
  void ownLimitsLieOverTheDefaults() {
    var own = new Thresholds(Map.of(QUERY, new Limit(5, "mine"), LEAKS, new Limit(0, "mine")));
    var defaults =
        new Thresholds(Map.of(QUERY, new Limit(100, "default"), REUSE, new Limit(90, "default")));

    assertThat(own.over(defaults).limits())
        .isEqualTo(
            Map.of(
                QUERY, new Limit(5, "mine"),
                LEAKS, new Limit(0, "mine"),
                REUSE, new Limit(90, "default")));
  }

  @Test
  void haveNoLimitForAKeyThatIsNotThere() {
    assertThat(new Thresholds(Map.of()).limit(QUERY)).isEmpty();
  }

  @Test
  void doNotChangeWithTheMapTheyWereMadeOf() {
    var source = new HashMap<ThresholdKey, Limit>();
    var thresholds = new Thresholds(source);
    source.put(QUERY, new Limit(1, "late"));

    assertThat(thresholds.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refuseWhatCannotBeALimit(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limit(value, "mine"))
        .withMessage("a limit is 0 or more, not " + value);
  }
}
