package dev.harness.check.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.harness.measure.Figure;
import dev.harness.plan.SourceMetric;
import dev.harness.run.port.Readings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessTraceTest {
  private static final double MEGABYTES_A_LOOK_IN_AN_HOUR = 3_600;
  private static final int LOOKS = 80;

  /** The negative control: a megabyte more each second. */
  @Test
  void residentMemoryThatKeepsGrowingIsToldWithItsSlope() {
    ProcessTrace trace = resident(look -> 100 + look);

    assertThat(trace.memorySlope())
        .isInstanceOfSatisfying(
            Figure.Measured.class,
            slope -> {
              assertThat(slope.value()).isCloseTo(MEGABYTES_A_LOOK_IN_AN_HOUR, within(1e-6));
              assertThat(slope.lower()).isPositive();
            });
    assertThat(trace.memoryGrowth()).isEqualTo(Figure.of(LOOKS - 1.0));
  }

  /** The positive one: what fills up and then stays. */
  @Test
  void whatFillsUpAndStaysIsNoLeak() {
    ProcessTrace trace = resident(look -> 100 + Math.min(look, 30));

    assertThat(trace.memorySlope())
        .isInstanceOfSatisfying(Figure.Measured.class, slope -> assertThat(slope.upper()).isZero());
    assertThat(trace.memoryGrowth()).isEqualTo(Figure.of(30));
  }

  /** What is resident grows with garbage, too; and only the heap after a collection tells. */
  @Test
  void ofOneThatCollectsItsHeapDecides() {
    var trace = new ProcessTrace(SourceMetric.HEAP_AFTER_GC);
    for (int look = 0; look < LOOKS; look++) {
      trace.told(
          at(look), readings(100 + look, look).with(SourceMetric.HEAP_AFTER_GC, 40 + look % 2));
    }

    assertThat(trace.heapDecides()).isTrue();
    assertThat(trace.memorySlope())
        .isInstanceOfSatisfying(
            Figure.Measured.class, slope -> assertThat(slope.lower()).isNotPositive());
  }

  /** Each collection is one point, however often it is looked at. */
  @Test
  void fewCollectionsMakeNoTrend() {
    var trace = new ProcessTrace(SourceMetric.HEAP_AFTER_GC);
    for (int look = 0; look < LOOKS; look++) {
      trace.told(
          at(look),
          readings(100, Math.floor(look / 20.0)).with(SourceMetric.HEAP_AFTER_GC, 40 + look));
    }

    assertThat(trace.memorySlope())
        .isEqualTo(
            Figure.missing(
                "a trend takes 40 collections of its heap, and there were 3: let the load last"
                    + " longer"));
  }

  @Test
  void memoryOfOneThatTellsOnlyItsHeapIsThatAfterCollections() {
    var trace = new ProcessTrace(SourceMetric.HEAP_USED);
    for (int look = 0; look < 10; look++) {
      trace.told(
          at(look),
          Readings.NONE
              .with(SourceMetric.GC_RATE, Math.floor(look / 2.0))
              .with(SourceMetric.HEAP_USED, look % 2 == 0 ? 50 + look : 90));
    }

    assertThat(trace.memoryGrowth()).isEqualTo(Figure.of(6));
  }

  @Test
  void processorTimeIsOfTheWholeLoad() {
    var trace = new ProcessTrace(SourceMetric.HEAP_USED);
    trace.told(at(0), readings(100, 0).with(SourceMetric.REPORTED_CPU, 3));
    trace.told(at(4), readings(100, 0).with(SourceMetric.REPORTED_CPU, 9));

    assertThat(trace.cpuPercent()).isEqualTo(Figure.of(150));
  }

  @Test
  void whatWasNotSeenToTheEndOrBeganAnewHasNoFigures() {
    ProcessTrace silent = resident(look -> 100 + look);
    silent.silent("process 7 is gone");
    var anew = new ProcessTrace(SourceMetric.HEAP_USED);
    anew.told(at(0), readings(100, 9));
    anew.told(at(1), readings(20, 1));

    assertNoFigures(new ProcessTrace(SourceMetric.HEAP_USED), "nothing was seen of it yet");
    assertNoFigures(silent, "process 7 is gone");
    assertNoFigures(anew, "it was started anew while the load lasted");
  }

  private static void assertNoFigures(ProcessTrace trace, String reason) {
    assertThat(trace.memoryGrowth()).isEqualTo(Figure.missing(reason));
    assertThat(trace.memorySlope()).isEqualTo(Figure.missing(reason));
    assertThat(trace.cpuPercent()).isEqualTo(Figure.missing(reason));
  }

  private interface Memory {
    double at(int look);
  }

  private static ProcessTrace resident(Memory memory) {
    var trace = new ProcessTrace(SourceMetric.HEAP_AFTER_GC);
    for (int look = 0; look < LOOKS; look++) {
      trace.told(at(look), Readings.NONE.with(SourceMetric.RESIDENT_MEMORY, memory.at(look)));
    }
    return trace;
  }

  private static Readings readings(double resident, double collections) {
    return Readings.NONE
        .with(SourceMetric.RESIDENT_MEMORY, resident)
        .with(SourceMetric.GC_RATE, collections);
  }

  private static Duration at(int look) {
    return Duration.ofSeconds(look);
  }
}
