package dev.harness.cli.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LiveRunTest {
  private static final Map<Outcome, Integer> TROUBLE =
      Map.of(
          Outcome.failed("status-500"), 3, Outcome.refused("user-limit"), 2, Outcome.TIMED_OUT, 1);

  @Test
  void countsChecksByVerdictAndForgetsTheOneThatEnded() {
    Scene scene =
        new Scene()
            .begins(Scene.FIRST)
            .ended(Scene.FIRST, Verdict.PASS)
            .begins(Scene.SECOND)
            .ended(Scene.SECOND, Verdict.PASS);

    assertThat(scene.run().ended()).isEqualTo(Map.of(Verdict.PASS, 2));
    assertThat(scene.run().done()).isEqualTo(2);
    assertThat(scene.run().checks()).isEqualTo(4);
    assertThat(scene.run().current()).isNull();
  }

  @Test
  void theTimeLeftIsThatOfTheCheckAndOfThoseAhead() {
    Scene scene = new Scene();
    assertThat(scene.run().left(scene.now())).isEqualTo(Duration.ofSeconds(2 + 3 + 60 + 1));

    scene.begins(Scene.FIRST).passes(0.5);
    assertThat(scene.run().left(scene.now())).isEqualTo(Duration.ofMillis(65_500));
  }

  @Test
  void aCheckThatTakesLongerThanItsBudgetDelaysTheOthersAndDoesNotShortenThem() {
    Scene scene = new Scene().begins(Scene.FIRST).passes(7);

    assertThat(current(scene).left(scene.now())).isEqualTo(Duration.ofSeconds(-5));
    assertThat(scene.run().left(scene.now())).isEqualTo(Duration.ofSeconds(3 + 60 + 1));
  }

  @Test
  void aLoadTakesThePlaceOfThoseThatAreOverAndStandsBesideThoseThatBegin() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("warm-up", false);
    scene.passes(1).window("warm-up", 0, 10, 1);
    assertThat(phases(scene)).containsExactly("warm-up");

    scene.load("short", true).load("long", true).passes(1);
    assertThat(phases(scene)).containsExactly("short", "long");

    scene.window("long", 0, 10, 1).window("short", 0, 10, 1);
    assertThat(phases(scene)).containsExactly("short", "long");
  }

  @Test
  void figuresOfARoundStayUntilTheNextOneHasSome() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("round", true);
    scene.window("round", 0, 100, 5).load("round", true);
    assertThat(figures(scene).p95()).isEqualTo(Figure.of(5.003, 100));

    scene.window("round", 0, 100, 8);
    assertThat(millis(figures(scene).p95())).isCloseTo(8, within(0.01));
  }

  @Test
  void percentilesWaitForEnoughOperations() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("slow", true);
    for (int second = 0; second < 6; second++) {
      assertThat(figures(scene).p95()).isInstanceOf(Figure.Missing.class);
      scene.passes(1).window("slow", second, 10, 5);
    }
    assertThat(figures(scene).p95())
        .as("59 operations are enough")
        .isInstanceOf(Figure.Measured.class);
    assertThat(figures(scene).p99()).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void theRateIsThatOfTheNewestSecondThatIsOverWhateverTheRounds() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).passes(0.1);
    for (int round = 0; round < 3; round++) {
      scene.load("round", true).passes(0.1).window("round", 0, 20, 1);
    }
    assertThat(load(scene).rate(scene.now()))
        .as("it is not over")
        .isInstanceOf(Figure.Missing.class);

    scene.passes(1);
    assertThat(load(scene).rate(scene.now())).isEqualTo(Figure.of(60, 60));
  }

  @Test
  void operationsInFlightFollowFromRateAndServiceTime() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("sustained", true);
    scene.passes(1).window("sustained", 0, 100, 40);

    assertThat(millis(figures(scene).inFlight())).isCloseTo(100 * 0.040, within(0.01));
  }

  @Test
  void failuresAreCountedByClassOverTheWholeCheck() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("a", true);
    scene.window("a", 0, 5, 1, TROUBLE).load("b", true).window("b", 0, 5, 1, TROUBLE);

    assertThat(current(scene).counts().failed()).isEqualTo(6);
    assertThat(current(scene).counts().timedOut()).isEqualTo(2);
    assertThat(current(scene).reasons()).isEqualTo(Map.of("status-500", 6L, "user-limit", 4L));
  }

  @Test
  void aWindowThatComesLateTakesItsPlaceInThePast() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("a", true).passes(10);
    scene.window("a", 2, 7, 1).window("a", 0, 5, 1).window("a", 1, 6, 1);

    assertThat(current(scene).trend().seconds())
        .extracting(Trend.Second::completed)
        .containsExactly(5L, 6L, 7L);
  }

  @Test
  void theTrendHoldsAMinuteAndTheHigherP95OfLoadsSideBySide() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("a", true).load("b", true);
    for (int second = 0; second < 200; second++) {
      scene.passes(1).window("a", second, 60, 9).window("b", second, 40, 2);
    }

    assertThat(current(scene).trend().seconds())
        .hasSize(60)
        .allSatisfy(
            second -> {
              assertThat(second.completed()).isEqualTo(100);
              assertThat(second.p95Millis()).isCloseTo(9, within(0.01));
            });
  }

  @Test
  void processorTimeIsThatOfTheLastSecond() {
    Scene scene = new Scene().uses("target", 100, 50).sampled();
    assertThat(target(scene).cores()).isNaN();

    scene
        .passes(0.5)
        .uses("target", 100, 51)
        .sampled()
        .passes(0.5)
        .uses("target", 120, 51.5)
        .sampled();
    assertThat(target(scene).cores()).isEqualTo(1.5);
    assertThat(target(scene).rssBytes()).isEqualTo(120L << 20);

    scene.passes(2).uses("target", 90, 0.2).sampled();
    assertThat(target(scene).cores()).as("another process").isNaN();
  }

  @Test
  void bearsTheLossOfEvents() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).passes(1).window("lost", 0, 100, 5);
    assertThat(phases(scene)).containsExactly("lost");

    scene.ended(Scene.SUSTAINED, Verdict.PASS).load("late", true).window("late", 0, 1, 1);
    assertThat(scene.run().current()).isNull();
  }

  private static LiveCheck current(Scene scene) {
    return Objects.requireNonNull(scene.run().current());
  }

  private static LiveProcess target(Scene scene) {
    return Objects.requireNonNull(scene.run().processes().get("target"));
  }

  private static LiveLoad load(Scene scene) {
    return current(scene).loads().get(0);
  }

  private static LiveLoad.Figures figures(Scene scene) {
    return load(scene).figures();
  }

  private static List<String> phases(Scene scene) {
    return current(scene).loads().stream().map(LiveLoad::phase).toList();
  }

  private static double millis(Figure figure) {
    return ((Figure.Measured) figure).value();
  }
}
