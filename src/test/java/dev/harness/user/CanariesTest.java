package dev.harness.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.random.Seed;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanariesTest {
  private final Canaries canaries = new Canaries(new UserPopulation(1_000, "run-1", new Seed(1)));

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
    assertThat(canaries.strangersIn(text, "user-3")).containsExactly("user-9");
    assertThat(canaries.strangersIn(canaries.of("user-3"), "user-3")).isEmpty();
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
    var earlier = new Canaries(new UserPopulation(10, "run-0", new Seed(1)));

    assertThat(canaries.strangersIn(earlier.of("user-3"), "user-3"))
        .containsExactly(Canaries.ANOTHER_RUN);
  }

  @Test
  void strangersHaveNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> canaries.of("user-1000"));
  }
}
