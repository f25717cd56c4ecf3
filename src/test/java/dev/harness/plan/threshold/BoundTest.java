package dev.harness.plan.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoundTest {

  @ParameterizedTest
  @CsvSource({
    "AT_MOST,   80, 100,  20",
    "AT_MOST,  150, 100, -50",
    "AT_MOST,  100, 100,   0",
    "AT_LEAST, 120, 100,  20",
    "AT_LEAST,  50, 100, -50",
  })
  void theMarginIsAPartOfTheLimitAndNegativeWhereItIsBroken(
      Bound bound, double figure, double limit, double margin) {
    assertThat(bound.marginPercent(figure, limit)).isEqualTo(margin);
  }

  @ParameterizedTest
  @EnumSource
  void thereIsNoMarginOfALimitOfZero(Bound bound) {
    assertThat(bound.marginPercent(3, 0)).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void theLimitItselfIsMet(Bound bound) {
    assertThat(bound.met(100, 100)).isTrue();
    assertThat(bound.met(0, 0)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoNumberMeetsNothing(Bound bound) {
    assertThat(bound.met(Double.NaN, 100)).isFalse();
  }

  @Test
  void eachHasItsSide() {
    assertThat(Bound.AT_MOST.met(99, 100)).isTrue();
    assertThat(Bound.AT_MOST.met(101, 100)).isFalse();
    assertThat(Bound.AT_LEAST.met(99, 100)).isFalse();
    assertThat(Bound.AT_LEAST.met(101, 100)).isTrue();
  }
}
