package dev.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.run.port.ProcessProbe.ProcessSample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessUseTest {
  private final ProcessUse use = new ProcessUse();

  @Test
  void countsProcessorTimeFromTheFirstSampleOn() {
    sample(500);
    sample(700);
    sample(900);

    assertThat(used()).isEqualTo(400);
  }

  @Test
  void addsWhatARestartedProcessUses() {
    sample(500);
    sample(700);
    sample(30);
    sample(50);

    assertThat(used()).isEqualTo(200 + 50);
  }

  private long used() {
    return use.byRole().values().stream().mapToLong(ResourceUse::cpuNanos).sum();
  }

  private void sample(long cpuNanos) {
    use.add(Map.of("database", new ProcessSample(1, 1, cpuNanos, 1, 1)));
  }
}
