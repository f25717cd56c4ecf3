package dev.harness.app;

import static dev.harness.plan.threshold.MemoryLimits.PERMANENT_LEAK;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.check.memory.Leak;
import dev.harness.config.ThresholdsFile;
import dev.harness.control.Rehearsal;
import dev.harness.measure.Figure;
import dev.harness.run.CheckResult;
import dev.harness.run.Interruption;
import dev.harness.run.drive.Driver;
import dev.harness.run.port.Targets;
import dev.harness.service.fault.Fault;
import dev.harness.testing.Alone;
import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import dev.harness.verdict.Verdict;
import io.vertx.core.Vertx;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The check for leaks, on services that leak by an amount that is known to the byte. */
@Alone
class KnownLeaksIT {
  private static final Ticker CLOCK = new SystemTicker();

  /** 16 bytes of each request, in KB per 1,000 requests. */
  private static final double A_LITTLE = 16 * 1_000 / 1_024.0;

  private static Vertx vertx;
  private static Targets targets;
  private static Rehearsal rehearsal;

  @BeforeAll
  static void open() {
    var interruption = new Interruption();
    vertx = Vertx.vertx();
    targets = new HarnessTargetSource(vertx, CLOCK, interruption).open(Optional.empty());
    rehearsal =
        new Rehearsal(Driver.onHalfTheCores(vertx, CLOCK), interruption, CLOCK, event -> {});
  }

  @AfterAll
  static void close() {
    targets.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aKilobyteOfEachRequestIsMeasuredAndCaught() {
    CheckResult result = leakOf(Fault.LEAK_PER_REQUEST);

    assertThat(perThousand(result).value()).isCloseTo(1_000, within(150.0));
    assertThat(result.verdict()).isEqualTo(Verdict.BREACH);
  }

  /** Within the precision that the kilobyte must be measured with. */
  @Test
  void sixteenBytesOfEachRequestAreNeverSaidNotToBeThere() {
    assertThat(perThousand(leakOf(Fault.LEAK_A_LITTLE)).upper()).isGreaterThan(0.85 * A_LITTLE);
  }

  @Test
  void aCacheThatFillsIsLeftAlone() {
    assertThat(leakOf(Fault.BOUNDED_CACHE).verdict()).isEqualTo(Verdict.PASS);
  }

  private static CheckResult leakOf(Fault fault) {
    try (Targets faulty = targets.faulty(fault.id())) {
      return rehearsal.run(faulty, new Leak(), ThresholdsFile.shipped()).orElseThrow();
    }
  }

  private static Figure.Measured perThousand(CheckResult result) {
    return (Figure.Measured)
        requireNonNull(result.findings().figures().get(PERMANENT_LEAK.metric()));
  }
}
