package dev.harness.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.harness.random.Seed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UserPopulationTest {
  private static final Seed SEED = new Seed(1);

  private final UserPopulation users = new UserPopulation(100, "run-1", SEED);

  @Test
  void eachUserHasOneOperationInARound() {
    List<String> all = IntStream.range(0, 100).mapToObj(user -> "user-" + user).toList();

    assertThat(round(users, 0)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(round(users, 41)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void theOrderIsThatOfTheSeed() {
    assertThat(round(users, 0)).isNotEqualTo(round(users, 1));
    assertThat(round(users, 0)).isEqualTo(round(new UserPopulation(100, "run-2", SEED), 0));
    assertThat(round(users, 0))
        .isNotEqualTo(round(new UserPopulation(100, "run-1", new Seed(2)), 0));
  }

  @Test
  void aContextNamesItsUserItsConversationItsRunAndItsOperation() {
    String user = users.userOf(12_345);

    assertThat(users.contextOf(12_345))
        .isEqualTo(
            new UserExecutionContext(
                user, user.replace("user", "thread"), "run-1", "request-12345"));
  }

  @Test
  void requestsOfAnotherLoadHaveOtherIds() {
    UserExecutionContext other = users.withRequests("request-look").contextOf(7);

    assertThat(other.requestId()).isEqualTo("request-look-7");
    assertThat(other.userId()).isEqualTo(users.contextOf(7).userId());
  }

  @Test
  void somebodyElseIsNeverTheSame() {
    for (int size : new int[] {2, 3, 100}) {
      var few = new UserPopulation(size, "run-1", SEED);
      for (long i = 0; i < 1_000; i++) {
        assertThat(few.otherThan(few.contextOf(i), i)).isNotEqualTo(few.userOf(i));
      }
    }
    var one = new UserPopulation(1, "run-1", SEED);
    assertThatIllegalStateException().isThrownBy(() -> one.otherThan(one.contextOf(0), 0));
  }

  @Test
  void hasAtLeastOneUser() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UserPopulation(0, "run-1", SEED))
        .withMessage("a population has at least 1 user, not 0");
  }

  private static List<String> round(UserPopulation users, long round) {
    return LongStream.range(round * 100, (round + 1) * 100).mapToObj(users::userOf).toList();
  }
}
