package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Counts;
import dev.harness.measure.Figure;
import dev.harness.plan.threshold.LoadLimits;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.verdict.Degradation.Level;
import dev.harness.verdict.Degradation.Overload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DegradationTest {
  private static final double MOST_P99 = 1_000;
  private static final double MOST_REFUSAL = 100;
  private static final Figure FAST = Figure.of(60, 300);
  private static final Figure NO_REFUSALS = Figure.missing("P95 needs 59 refusals, there are 0");

  /** Room for 150: beyond, the rest is refused. */
  private static final List<Level> ROOM_FOR_150 =
      List.of(served(10), served(100), refusing(200, 50), refusing(300, 150));

  @Test
  void isGracefulToServeWhatThereIsRoomForAndRefuseTheRest() {
    var degradation = new Degradation(ROOM_FOR_150, Optional.empty());

    assertThat(degradation.objections(MOST_P99, MOST_REFUSAL)).isEmpty();
    assertThat(degradation.steepestFall()).isEqualTo(25);
    assertThat(verdict(degradation)).isEqualTo(Verdict.PASS);
  }

  @Test
  void isACliffToFallByHalfFromOneLevelToTheNext() {
    var collapsing =
        new Degradation(List.of(served(100), refusing(200, 100), refusing(300, 299)), none());

    assertThat(collapsing.objections(MOST_P99, MOST_REFUSAL))
        .containsExactly("success fell by 50.0 points from one level to the next");
    assertThat(verdict(collapsing)).isEqualTo(Verdict.BREACH);
  }

  @Test
  void isNoneToFallAsDeepInSteps() {
    var sloping =
        new Degradation(List.of(served(100), refusing(200, 80), refusing(300, 240)), none());

    assertThat(sloping.steepestFall()).isEqualTo(40);
    assertThat(verdict(sloping)).isEqualTo(Verdict.PASS);
  }

  @Test
  void mustServeTheLowestLevel() {
    var never = new Degradation(List.of(refusing(100, 11), refusing(200, 22)), none());

    assertThat(never.objections(MOST_P99, MOST_REFUSAL))
        .containsExactly("100 at once: 89.0 % succeeded");
    assertThat(verdict(never)).isEqualTo(Verdict.BREACH);
  }

  @Test
  void isNotGracefulToFailWithoutAWord() {
    var failing = new Level(200, new Counts(200, 198, 0, 1, 1, 0, 0, 0), FAST, NO_REFUSALS);

    var degradation = new Degradation(List.of(served(100), failing), none());

    assertThat(degradation.objections(MOST_P99, MOST_REFUSAL))
        .containsExactly("200 at once: 2 were neither served nor refused");
    assertThat(verdict(degradation)).isEqualTo(Verdict.BREACH);
  }

  @Test
  void isNotGracefulToAcceptWhatComesTooLate() {
    var late = new Level(200, counts(200, 50), Figure.of(1_001, 300), FAST);

    assertThat(new Degradation(List.of(served(100), late), none()).objections(1_000, 100))
        .containsExactly("200 at once: P99 was 1,001 ms");
  }

  @Test
  void isNotGracefulToKeepWaitingWhoIsRefused() {
    var slow = new Level(200, counts(200, 50), FAST, Figure.of(101, 100));

    var degradation = new Degradation(List.of(served(100), slow), none());

    assertThat(degradation.objections(MOST_P99, MOST_REFUSAL))
        .containsExactly("200 at once: refusals took 101 ms");
    assertThat(verdict(degradation)).isEqualTo(Verdict.BREACH);
  }

  @Test
  void isNotGracefulToServeLessBeyondCapacityThanAtIt() {
    var collapsing = new Overload(Figure.of(1_500, 1), Figure.of(1_349, 1));
    var holding = new Overload(Figure.of(1_500, 1), Figure.of(1_350, 1));

    assertThat(verdict(new Degradation(ROOM_FOR_150, Optional.of(collapsing))))
        .isEqualTo(Verdict.BREACH);
    assertThat(verdict(new Degradation(ROOM_FOR_150, Optional.of(holding))))
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void saysNothingWithoutAFigureThatItTakes() {
    Figure few = Figure.missing("P99 needs 299 samples, there are 3");
    var unjudged = new Level(10, counts(3, 0), few, NO_REFUSALS);
    var unoffered = new Overload(Figure.of(1_500, 1), Figure.missing("it was not offered"));
    var untimed = new Level(10, counts(10, 1), FAST, NO_REFUSALS);

    assertThat(verdict(new Degradation(List.of(unjudged), none()))).isEqualTo(Verdict.NO_DATA);
    assertThat(verdict(new Degradation(List.of(untimed), none()))).isEqualTo(Verdict.NO_DATA);
    assertThat(verdict(new Degradation(ROOM_FOR_150, Optional.of(unoffered))))
        .isEqualTo(Verdict.NO_DATA);
  }

  private static Verdict verdict(Degradation degradation) {
    Figure figure = degradation.graceful(MOST_P99, MOST_REFUSAL);
    return new Evaluator(
            new Thresholds(Map.of(LoadLimits.GRACEFUL, new Thresholds.Limit(1, "default"))))
        .judge(
            List.of(Criterion.key(LoadLimits.GRACEFUL)),
            Map.of(LoadLimits.GRACEFUL.metric(), figure))
        .get(0)
        .verdict();
  }

  private static Level served(int atOnce) {
    return new Level(atOnce, counts(atOnce, 0), FAST, NO_REFUSALS);
  }

  private static Level refusing(int atOnce, int refused) {
    return new Level(atOnce, counts(atOnce, refused), FAST, Figure.of(5, 100));
  }

  private static Counts counts(int due, int refused) {
    return new Counts(due, due - refused, refused, 0, 0, 0, 0, 0);
  }

  private static Optional<Overload> none() {
    return Optional.empty();
  }
}
