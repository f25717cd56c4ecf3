package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.random.Seed;
import dev.harness.time.ManualTicker;
import dev.harness.user.Canaries;
import dev.harness.user.UserExecutionContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationLogTest {
  private static final UserExecutionContext READER =
      new UserExecutionContext("user-1", "thread-1", "run-1", "request-17");
  private static final String ANSWER = "answer";

  private final ManualTicker ticker = new ManualTicker();
  private final IsolationLog log = new IsolationLog(new Canaries("run-1"), ticker);

  @Test
  void anOwnCanaryIsNoBreach() {
    assertThat(log.own(READER, ANSWER, "{" + log.canaryOf("user-1") + "}")).isTrue();

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.figures())
        .containsEntry(IsolationLog.BREACHES, Figure.of(0, 1))
        .containsEntry(IsolationLog.PROBES, Figure.of(1, 1));
    assertThat(findings.breaches()).isEmpty();
  }

  @Test
  void tellsWhoSawWhatOfWhomInWhichOperationAndWhen() {
    ticker.advance(Duration.ofMillis(1_500));

    assertThat(log.own(READER, ANSWER, log.canaryOf("user-4"))).isFalse();

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.breaches())
        .containsExactly(
            new Breach(Duration.ofMillis(1_500), "user-1", "user-4", "request-17", ANSWER));
    assertThat(findings.figures()).containsEntry(IsolationLog.BREACHES, Figure.of(1, 1));
    assertThat(findings.figures().get(IsolationLog.BOUND)).isInstanceOf(Figure.Missing.class);
  }

  @Test
  void theFirstAreToldAsTheyAreSeen() {
    var seen = new ArrayList<Breach>();
    var telling = new IsolationLog(new Canaries("run-1"), ticker, seen::add);
    for (int i = 0; i < 30; i++) {
      telling.own(READER, ANSWER, telling.canaryOf("user-4"));
    }

    assertThat(seen).hasSize(20).isEqualTo(telling.addTo(Findings.NONE).breaches());
  }

  @Test
  void anothersBesideOnesOwnIsABreach() {
    assertThat(log.own(READER, ANSWER, log.canaryOf("user-1") + log.canaryOf("user-2"))).isFalse();

    assertThat(log.addTo(Findings.NONE).breaches())
        .extracting(Breach::owner)
        .containsOnly("user-2");
  }

  @Test
  void whoSaysNotWhoTheyAreMaySeeNothing() {
    assertThat(log.nobodys("request-1", "row", log.canaryOf("user-1"))).isFalse();
    assertThat(log.nobodys("request-2", "row", "")).isTrue();

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.figures()).containsEntry(IsolationLog.BREACHES, Figure.of(1, 2));
    assertThat(findings.breaches()).extracting(Breach::reader).containsOnly(Breach.NOBODY);
  }

  @Test
  void anothersThingIsLikeNothing() {
    assertThat(log.asIfAbsent(READER, "user-2", ANSWER, "404 none", "404 none")).isTrue();
    assertThat(log.asIfAbsent(READER, "user-2", ANSWER, "403 no", "404 none")).isFalse();
    assertThat(log.addTo(Findings.NONE).breaches()).hasSize(1);
  }

  @Test
  void countsAllAndKeepsTheFirst() {
    for (int i = 0; i < 1_000; i++) {
      log.own(READER, ANSWER, log.canaryOf("user-2"));
    }

    Findings findings = log.addTo(Findings.NONE);
    assertThat(findings.figures()).containsEntry(IsolationLog.BREACHES, Figure.of(1_000, 1_000));
    assertThat(findings.breaches()).hasSize(20);
  }

  /** A refusal carries nobody's data: a thousand of them would bound nothing. */
  @Test
  void whatShowsNobodyProvesNothing() {
    assertThat(log.own(READER, ANSWER, "{\"error\":\"busy\"}")).isFalse();

    assertThat(log.addTo(Findings.NONE)).isEqualTo(Findings.NONE);
  }

  /** Three thousand clean probes leave a breach rate of 0.1 % possible (rule of three). */
  @Test
  void saysWhatCouldHaveBeenMissed() {
    assertThat(((Figure.Measured) IsolationLog.bound(3_000, 0)).value())
        .isCloseTo(0.1, within(0.0005));
    assertThat(((Figure.Measured) IsolationLog.bound(1, 0)).value()).isCloseTo(95, within(1e-9));
  }

  /** Systems that breach exactly as often as the bound says go unnoticed in one run of twenty. */
  @ParameterizedTest
  @ValueSource(ints = {30, 300, 3_000})
  void missesABreachAsOftenAsTheBoundSays(int probes) {
    double rate = ((Figure.Measured) IsolationLog.bound(probes, 0)).value() / 100;
    int runs = 4_000;

    long unnoticed =
        IntStream.range(0, runs)
            .filter(run -> IntStream.range(0, probes).noneMatch(i -> breaches(run, i, rate)))
            .count();

    assertThat(100.0 * unnoticed / runs).isCloseTo(5, within(1.5));
  }

  private static boolean breaches(int run, int probe, double rate) {
    return new Seed(run).of("breaches").uniform(probe) < rate;
  }
}
