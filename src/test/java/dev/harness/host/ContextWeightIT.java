package dev.harness.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.harness.check.operation.HeldContexts;
import dev.harness.measure.Figure;
import dev.harness.reference.EngineLimits;
import dev.harness.reference.ReferenceContextSystem;
import dev.harness.run.port.JvmProcess;
import dev.harness.testing.Alone;
import dev.harness.time.SystemTicker;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jol.info.GraphLayout;

/** What a context weighs by the growth of the live set, held against the layout of its objects. */
@Alone
class ContextWeightIT {
  private static final int STEP = 10_000;
  private static final int MOST = 4 * STEP;

  /** Java tells nobody where a record's fields lie; JOL can work it out. */
  @BeforeAll
  static void lookIntoRecords() {
    System.setProperty("jol.magicFieldOffset", "true");
  }

  @Test
  void theLiveSetGrowsByWhatTheObjectsTake() {
    var ticker = new SystemTicker();
    try (var system = new ReferenceContextSystem(EngineLimits.DEFAULT, ticker);
        JvmProcess jvm = Jvms.own(ticker)) {
      Figure bySlope = new HeldContexts(system, jvm).bytesPerContext(STEP, 3);

      Object[] contexts =
          IntStream.range(0, MOST)
              .mapToObj(
                  i -> system.createContext("user-" + i, "thread-" + i, "run-" + i, "request-" + i))
              .toArray();
      double byLayout = (double) GraphLayout.parseInstance(contexts).totalSize() / MOST;
      // The slope also has the four bytes by which the array that holds them grows.
      assertThat(((Figure.Measured) bySlope).value()).isCloseTo(byLayout, withinPercentage(5));
    }
  }
}
