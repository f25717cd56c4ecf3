package dev.harness.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.stats.Usl;
import dev.harness.verdict.Scalability.Point;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScalabilityTest {
  @Test
  void tellsTheLawThatMadeThePoints() {
    var truth = new Usl(0.03, 0.0001, 90);

    assertThat(along(truth, 1, 18, 36, 72, 108, 144, 216).text())
        .isEqualTo(
            "universal scalability law: contention 0.0300, coherency 0.000100, 90.0/s alone;"
                + " the most is served with 98 in flight");
  }

  @Test
  void saysWhereMoreAlwaysServesMore() {
    assertThat(along(new Usl(0, 0, 10), 10, 20, 40).text())
        .endsWith("more in flight always serves more");
  }

  @Test
  void fewLoadsTellOfNone() {
    assertThat(along(new Usl(0, 0, 10), 10, 20).text())
        .isEqualTo("no law of scalability fits these loads");
    assertThat(new Scalability(List.of()).law()).isEmpty();
  }

  private static Scalability along(Usl law, double... concurrency) {
    return new Scalability(
        DoubleStream.of(concurrency).mapToObj(n -> new Point(n, law.throughput(n))).toList());
  }
}
