package dev.harness.target.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.host.OshiProbe;
import dev.harness.measure.Distribution;
import dev.harness.pace.Constant;
import dev.harness.plan.LoadProfile.Closed;
import dev.harness.plan.LoadProfile.Open;
import dev.harness.run.drive.PhaseResult;
import dev.harness.testing.Alone;
import dev.harness.testing.Generator;
import dev.harness.testing.peer.HttpPeer;
import dev.harness.time.Ticker;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 20,000 requests a second, at times of their own: sent in time, or told to have been late. */
@Alone
class FastLoadIT {
  private static final int PER_SECOND = 20_000;
  private static final int CONNECTIONS = 64;
  private static final Duration DURATION = Duration.ofSeconds(3);

  private static final double PUNCTUAL_MILLIS = 1;

  /** Beyond it the phase itself says that it is unfit. */
  private static final double UNFIT_MILLIS = 10;

  /** Cores that somebody else may use while this machine counts as ours. */
  private static final double OTHERS = 0.1;

  @Test
  void isOfferedInTimeOrSaysThatItWasNot() {
    try (HttpPeer peer = HttpPeer.thatAnswersAtOnce();
        Generator generator = new Generator(peer.port(), CONNECTIONS)) {
      generator.drive(Closed.of(CONNECTIONS, 50_000), generator.get("/"));
      var others = new Others(generator.ticker);

      PhaseResult result =
          generator.drive(
              new Open(new Constant(PER_SECOND, DURATION), CONNECTIONS), generator.get("/"));

      boolean alone = others.cores() < OTHERS;
      Distribution lag = result.total().lag();
      assertThat(result.counts().conserved()).isTrue();
      assertThat(result.counts().due()).isEqualTo(PER_SECOND * DURATION.toSeconds());
      assertThat(lag.count() + lag.overflow()).as("a lag of each").isEqualTo(result.counts().due());
      boolean unfit =
          result.fitness().excuse().isPresent() || result.fitness().spoiled().isPresent();
      // A machine that others use may be late by more than it would be alone: told in any case.
      double mostMillis = alone ? PUNCTUAL_MILLIS : UNFIT_MILLIS;
      boolean inTime =
          lag.percentileMillis(0.99) <= mostMillis
              && result.counts().dropped() <= (alone ? 0 : PER_SECOND / 1_000);
      assertThat(inTime || unfit)
          .as(
              "lag P99 %.3f ms, dropped %d, unfit %s, alone %s",
              lag.percentileMillis(0.99), result.counts().dropped(), unfit, alone)
          .isTrue();
    }
  }

  /** What other programs take of this machine. */
  private static final class Others {
    private final OshiProbe probe = new OshiProbe();
    private final Ticker ticker;
    private final long startNanos;
    private final long ownCpuNanos;

    Others(Ticker ticker) {
      this.ticker = ticker;
      probe.host();
      startNanos = ticker.nanoTime();
      ownCpuNanos = ownCpuNanos();
    }

    /** Cores, on average since the beginning. */
    double cores() {
      double busy = probe.host().cpuPercent() / 100 * probe.facts().logicalCpus();
      double seconds = (ticker.nanoTime() - startNanos) / 1e9;
      return busy - (ownCpuNanos() - ownCpuNanos) / 1e9 / seconds;
    }

    private long ownCpuNanos() {
      return probe.process(ProcessHandle.current().pid()).orElseThrow().cpuNanos();
    }
  }
}
