package dev.harness.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.service.FollowedUser.Told;
import dev.harness.time.ManualTicker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FollowedUsersTest {
  private final ManualTicker ticker = new ManualTicker();
  private final FollowedUsers users = new FollowedUsers(ticker);

  @Test
  void whatAUserDoesIsCountedFromWhenSomebodyAsks() {
    users.begin("ann").completed();
    assertThat(told("ann").completed()).isZero();
    assertThat(told("ann").p95Seconds()).isNaN();

    answer("ann", 20);
    users.begin("ann").failed();
    users.begin("ann").refused();
    answer("bob", 500);

    assertThat(told("ann")).isEqualTo(new Told(1, 1, 1, 0.02, 0.02));
    assertThat(told("bob").completed()).isZero();
  }

  @Test
  void latencyIsThatOfTheLastAnswers() {
    told("ann");
    for (int i = 0; i < 1_000; i++) {
      answer("ann", 50);
    }
    told("ann");
    for (int i = 1; i <= 256; i++) {
      answer("ann", i);
    }

    Told told = told("ann");
    assertThat(told.completed()).isEqualTo(1_256);
    assertThat(told.medianSeconds()).isEqualTo(0.128);
    assertThat(told.p95Seconds()).isEqualTo(0.244);
  }

  @Test
  void noMoreAreFollowedThanMayBeUntilSomeAreForgotten() {
    for (int i = 0; i < FollowedUsers.MOST; i++) {
      told("user-" + i);
    }
    assertThat(users.follow("one more")).isEmpty();
    assertThat(users.follow("user-3")).isPresent();

    ticker.advance(Duration.ofSeconds(40));
    told("user-3");
    ticker.advance(Duration.ofSeconds(40));

    assertThat(users.follow("one more")).isPresent();
    answer("user-3", 1);
    answer("user-4", 1);
    assertThat(told("user-3").completed()).isOne();
    assertThat(told("user-4").completed()).isZero();
  }

  private Told told(String user) {
    return users.follow(user).orElseThrow().told();
  }

  private void answer(String user, int millis) {
    FollowedUsers.Request request = users.begin(user);
    ticker.advance(Duration.ofMillis(millis));
    request.completed();
  }
}
