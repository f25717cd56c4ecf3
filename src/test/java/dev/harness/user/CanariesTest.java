package dev.harness.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanariesTest {
  private final Canaries canaries = new Canaries("run-1");

  /**
   * The value was computed with OpenSSL: {@code printf user-7 | openssl dgst -sha256 -hmac run-1}.
   */
  @Test
  void isTheKeyedDigestOfTheUser() {
    assertThat(canaries.of("user-7")).isEqualTo("cnry-9f468166282e79b58d6c088dc0639430");
  }

  @Test
  void noTwoUsersHaveTheSame() {
    assertThat(IntStream.range(0, 1_000).mapToObj(i -> canaries.of("user-" + i)))
        .doesNotHaveDuplicates();
  }

  @Test
  void findsWhoseStandInAText() {
    String text = canaries.of("user-3") + "," + canaries.of("user-9") + canaries.of("user-3");

    assertThat(canaries.ownersIn(text)).containsExactly("user-3", "user-9");
  }

  @Test
  void knowsAtAGlanceWhatIsAUsersAlone() {
    String own = canaries.of("user-3");

    assertThat(canaries.onlyOf("user-3", "{" + own + "}")).isTrue();
    assertThat(canaries.onlyOf("user-9", own)).isFalse();
    assertThat(canaries.onlyOf("user-3", own + canaries.of("user-9"))).isFalse();
    assertThat(canaries.onlyOf("user-3", own.substring(1))).isFalse();
  }

  @Test
  void seesNothingInAnythingElse() {
    String canary = canaries.of("user-3");

    assertThat(canaries.ownersIn("")).isEmpty();
    assertThat(canaries.ownersIn("cnry- is no canary")).isEmpty();
    assertThat(canaries.ownersIn(canary.substring(0, canary.length() - 1))).isEmpty();
  }

  @Test
  void recognisesWhatIsLeftFromAnotherRun() {
    var earlier = new Canaries("run-0");

    assertThat(canaries.ownersIn(earlier.of("user-3"))).containsExactly(Canaries.ANOTHER_RUN);
  }
}
