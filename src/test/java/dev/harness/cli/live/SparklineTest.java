package dev.harness.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  @Test
  void isAsHighAsTheValueInProportionToTheHighest() {
    assertThat(rates(1, 2, 3, 4, 5, 6, 7, 8)).isEqualTo("▁▂▃▄▅▆▇█");
    assertThat(rates(100, 100)).isEqualTo("██");
    assertThat(rates(0, 1, 1_000)).isEqualTo("▁▁█");
    assertThat(rates(0, 0)).isEqualTo("▁▁");
  }

  @Test
  void showsTheNewestAtTheRight() {
    assertThat(Sparkline.of(trend(10, 1, 2), Trend.Second::completed, 4)).isEqualTo("  ▄█");
    assertThat(Sparkline.of(trend(10, 1, 1, 2), Trend.Second::completed, 2)).isEqualTo("▄█");
    assertThat(Sparkline.of(trend(10, 1), Trend.Second::completed, 0)).isEmpty();
  }

  @Test
  void hasAGapWhereThereIsNothing() {
    var gap = new Trend(List.of(new Trend.Second(1, 4, 2), new Trend.Second(3, 4, Double.NaN)));

    assertThat(Sparkline.of(gap, Trend.Second::completed, 3)).isEqualTo("█ █");
    assertThat(Sparkline.of(gap, Trend.Second::p95Millis, 3)).isEqualTo("█  ");
    assertThat(Sparkline.highest(Trend.NONE, Trend.Second::completed)).isNaN();
  }

  @Test
  void putsNeighboursTogetherWhereThereAreMoreThanFit() {
    assertThat(Sparkline.of(List.of(1.0, 2.0, 8.0, 4.0), 2)).isEqualTo("▂█");
    assertThat(Sparkline.of(List.of(4.0, Double.NaN, 8.0), 9)).isEqualTo("▄ █");
    assertThat(Sparkline.of(List.of(), 9)).isEmpty();
    assertThat(Sparkline.of(List.of(1.0), 0)).isEmpty();
  }

  private static String rates(long... completed) {
    return Sparkline.of(trend(0, completed), Trend.Second::completed, completed.length);
  }

  private static Trend trend(long from, long... completed) {
    var seconds = new ArrayList<Trend.Second>();
    for (int i = 0; i < completed.length; i++) {
      seconds.add(new Trend.Second(from + i, completed[i], 1));
    }
    return new Trend(seconds);
  }
}
