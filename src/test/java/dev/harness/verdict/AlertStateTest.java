package dev.harness.verdict;

import static dev.harness.verdict.Observation.CLEAR;
import static dev.harness.verdict.Observation.HOLDS;
import static dev.harness.verdict.Observation.NO_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.AlertRule;
import dev.harness.plan.AlertRule.Severity;
import dev.harness.plan.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Ticks of 10 s; the first three tests are the proof that the methods ask for. */
class AlertStateTest {
  private static final Duration TICK = Duration.ofSeconds(10);

  @Test
  void firesOnceItHasHeldForLongEnough() {
    assertThat(states(rule(30, 20), HOLDS, HOLDS, HOLDS, HOLDS))
        .containsExactly("pending", "pending", "pending", "firing");
  }

  @Test
  void oneTickWithoutItBeginsAgain() {
    assertThat(states(rule(30, 20), HOLDS, HOLDS, CLEAR, HOLDS, HOLDS, HOLDS, HOLDS))
        .containsExactly(
            "pending", "pending", "inactive", "pending", "pending", "pending", "firing");
  }

  @Test
  void keepsFiringForAWhile() {
    assertThat(states(rule(30, 20), HOLDS, HOLDS, HOLDS, HOLDS, CLEAR, CLEAR, CLEAR))
        .containsExactly("pending", "pending", "pending", "firing", "firing", "firing", "resolved");
  }

  @Test
  void whatComesBackInTimeIsNotResolved() {
    assertThat(states(rule(0, 20), HOLDS, CLEAR, CLEAR, HOLDS, CLEAR, CLEAR, CLEAR))
        .containsExactly("firing", "firing", "firing", "firing", "firing", "firing", "resolved");
  }

  @Test
  void withoutForItFiresAtFirstSightAndResolvesAtFirstAbsence() {
    assertThat(states(rule(0, 0), CLEAR, HOLDS, CLEAR, CLEAR, HOLDS))
        .containsExactly("inactive", "firing", "resolved", "resolved", "firing");
  }

  @Test
  void noDataDoesNotBringItNearerToFiring() {
    assertThat(states(rule(30, 20), HOLDS, HOLDS, NO_DATA, HOLDS, HOLDS))
        .as("held at 0–10, unknown until 20, held again until 40")
        .containsExactly("pending", "pending", "pending", "pending", "firing");
  }

  @Test
  void noDataDoesNotBringItNearerToItsResolution() {
    assertThat(states(rule(0, 20), HOLDS, CLEAR, NO_DATA, NO_DATA, CLEAR, CLEAR))
        .containsExactly("firing", "firing", "firing", "firing", "firing", "resolved");
  }

  @Test
  void thePublishedTimelineHasTheSameStatesWithNoDataAnywhereInIt() {
    assertThat(
            states(
                rule(30, 20),
                HOLDS,
                NO_DATA,
                HOLDS,
                NO_DATA,
                NO_DATA,
                HOLDS,
                HOLDS,
                NO_DATA,
                CLEAR,
                NO_DATA,
                CLEAR,
                NO_DATA,
                CLEAR))
        .containsExactly(
            "pending",
            "pending",
            "pending",
            "pending",
            "pending",
            "pending",
            "firing",
            "firing",
            "firing",
            "firing",
            "firing",
            "firing",
            "resolved");
  }

  @Property
  void whateverIsSeenLeavesTheSameStatesWithoutItsTicksOfNoData(@ForAll List<Observation> seen) {
    List<String> states = states(rule(30, 20), seen.toArray(Observation[]::new));
    List<String> ofData =
        IntStream.range(0, seen.size())
            .filter(i -> seen.get(i) != NO_DATA)
            .mapToObj(states::get)
            .toList();
    Observation[] data = seen.stream().filter(one -> one != NO_DATA).toArray(Observation[]::new);

    assertThat(ofData).isEqualTo(states(rule(30, 20), data));
  }

  @Property
  void noDataAloneNeverChangesAState(@ForAll List<Observation> seen) {
    AlertRule rule = rule(30, 20);
    AlertState state = AlertState.INACTIVE;
    Duration at = Duration.ZERO;
    for (Observation one : seen) {
      state = state.next(rule, at, one);
      at = at.plus(TICK);
      assertThat(state.next(rule, at.plusSeconds(3_600), NO_DATA).id()).isEqualTo(state.id());
    }
  }

  @Property
  void nothingFiresThatNeverHeldForLongEnough(@ForAll List<Observation> seen) {
    List<String> states = states(rule(30, 0), seen.toArray(Observation[]::new));
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i).equals("firing")) {
        assertThat(i).as("three whole ticks must have passed").isGreaterThanOrEqualTo(3);
        assertThat(seen.subList(0, i + 1)).contains(HOLDS);
      }
    }
    if (!seen.contains(HOLDS)) {
      assertThat(states).allMatch("inactive"::equals);
    }
  }

  private static AlertRule rule(int forSeconds, int keepSeconds) {
    return new AlertRule(
        "proof",
        Condition.parse("success_rate < 90%"),
        Severity.CRITICAL,
        Duration.ofSeconds(forSeconds),
        Duration.ofSeconds(keepSeconds));
  }

  private static List<String> states(AlertRule rule, Observation... seen) {
    var states = new ArrayList<String>();
    AlertState state = AlertState.INACTIVE;
    Duration at = Duration.ZERO;
    for (Observation one : seen) {
      state = state.next(rule, at, one);
      states.add(state.id());
      at = at.plus(TICK);
    }
    return states;
  }
}
