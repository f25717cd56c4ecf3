package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.random.Seed;
import dev.harness.time.ManualTicker;
import dev.harness.user.Canaries;
import dev.harness.user.UserPopulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IsolationLogTest {
  private final ManualTicker ticker = new ManualTicker();
  private final Canaries canaries = new Canaries(new UserPopulation(5, "run-1", new Seed(1)));
  private final IsolationLog log = new IsolationLog(canaries, ticker);

  @Test
  void anOwnCanaryIsNoBreach() {
    assertThat(log.clean("user-1", "request 1", "response body", "{" + canaries.of("user-1") + "}"))
        .isTrue();

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.figures())
        .containsEntry(IsolationLog.BREACHES, Figure.of(0, 1))
        .containsEntry(IsolationLog.PROBES, Figure.of(1, 1));
    assertThat(findings.breaches()).isEmpty();
  }

  @Test
  void tellsWhoSawWhatOfWhomAndWhen() {
    ticker.advance(Duration.ofMillis(1_500));

    assertThat(log.clean("user-1", "request 1", "response body", canaries.of("user-4"))).isFalse();

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.breaches())
        .containsExactly(
            new Breach(Duration.ofMillis(1_500), "user-1", "user-4", "request 1", "response body"));
    assertThat(findings.figures()).containsEntry(IsolationLog.BREACHES, Figure.of(1, 1));
    assertThat(findings.figures().get(IsolationLog.BOUND)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void whoSaysNotWhoTheyAreMaySeeNothing() {
    assertThat(log.clean(Breach.NOBODY, "read", "row", canaries.of("user-1"))).isFalse();
    assertThat(log.clean(Breach.NOBODY, "read", "row", "")).isTrue();
  }

  @Test
  void anothersThingIsLikeNothing() {
    assertThat(log.same("user-1", "user-2", "read of a session", "404 none", "404 none")).isTrue();
    assertThat(log.same("user-1", "user-2", "read of a session", "403 no", "404 none")).isFalse();
    assertThat(log.addTo(Findings.NONE).breaches()).hasSize(1);
  }

  @Test
  void countsAllAndKeepsTheFirst() {
    for (int i = 0; i < 1_000; i++) {
      log.clean("user-1", "request " + i, "response body", canaries.of("user-2"));
    }

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.figures()).containsEntry(IsolationLog.BREACHES, Figure.of(1_000, 1_000));
    assertThat(findings.breaches()).hasSize(20);
  }

  /** Three thousand clean probes leave a breach rate of 0.1 % possible (rule of three). */
  @Test
  void saysWhatCouldHaveBeenMissed() {
    assertThat(((Figure.Measured) IsolationLog.bound(3_000, 0)).value())
        .isCloseTo(0.1, within(0.0005));
    assertThat(((Figure.Measured) IsolationLog.bound(1, 0)).value()).isCloseTo(95, within(1e-9));
  }

  @Test
  void havingLookedAtNothingProvesNothing() {
    assertThat(log.addTo(Findings.NONE).figures().values())
        .filteredOn(Figure.Missing.class::isInstance)
        .hasSize(2);
  }
}
