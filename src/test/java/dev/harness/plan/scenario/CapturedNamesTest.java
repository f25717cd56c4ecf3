package dev.harness.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CapturedNamesTest {
  private static final CapturedNames A = CapturedNames.NONE.plus(capture("a", false));

  @Test
  void whatIsCapturedIsThere() {
    assertThat(A).isEqualTo(names(Set.of("a"), Set.of()));
    assertThat(A.plus(capture("b", true))).isEqualTo(names(Set.of("a"), Set.of("b")));
  }

  @Test
  void whatIsCapturedAgainAndNeedNotBeThereMayBeLost() {
    CapturedNames lost = A.plus(capture("a", true));

    assertThat(lost).isEqualTo(names(Set.of(), Set.of("a")));
    assertThat(lost.plus(capture("a", false))).isEqualTo(A);
  }

  @Test
  void afterEitherWayOnlyWhatBothCaptureIsThere() {
    CapturedNames then = A.plus(capture("b", false)).plus(capture("c", false));
    CapturedNames otherwise = A.plus(capture("c", false)).plus(capture("d", true));

    assertThat(then.or(otherwise)).isEqualTo(names(Set.of("a", "c"), Set.of("b", "d")));
    assertThat(otherwise.or(then)).isEqualTo(then.or(otherwise));
    assertThat(then.or(then)).isEqualTo(then);
  }

  @Test
  void whatIsAskedForIsThere() {
    CapturedNames asked = A.plus(capture("b", true)).given("b");

    assertThat(asked).isEqualTo(names(Set.of("a", "b"), Set.of()));
    assertThat(asked.without("a").has("a")).isFalse();
  }

  private static CapturedNames names(Set<String> always, Set<String> perhaps) {
    return new CapturedNames(always, perhaps);
  }

  private static Capture capture(String name, boolean optional) {
    return new Capture(name, new Place.InJson("/x"), optional);
  }
}
