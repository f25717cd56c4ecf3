package dev.harness.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuQuotaTest {
  @TempDir Path root;
  private Path groups;

  @BeforeEach
  void mount() {
    groups = root.resolve("cgroup");
  }

  @Test
  void readsTheSecondVersionInMicroseconds() throws IOException {
    write(groups, "0::/service/harness");
    write(root.resolve("service/harness/cpu.stat"), "usage_usec 5", "throttled_usec 2500000");

    assertThat(throttled()).isEqualTo(2.5);
  }

  @Test
  void readsTheFirstVersionInNanoseconds() throws IOException {
    write(groups, "4:memory:/harness", "3:cpu,cpuacct:/harness", "0::/");
    write(root.resolve("memory/harness/cpu.stat"), "throttled_time 1");
    write(root.resolve("cpu,cpuacct/harness/cpu.stat"), "nr_periods 7", "throttled_time 300000000");

    assertThat(throttled()).isEqualTo(0.3);
  }

  @Test
  void takesTheRootForTheGroupWhereAContainerSeesNoMore() throws IOException {
    write(groups, "0::/../outer");
    write(root.resolve("cpu.stat"), "throttled_usec 1000000");

    assertThat(throttled()).isEqualTo(1);
  }

  @Test
  void readsAnewEachTime() throws IOException {
    write(groups, "0::/");
    write(root.resolve("cpu.stat"), "throttled_usec 0");
    CpuQuota quota = CpuQuota.of(groups, root);
    write(root.resolve("cpu.stat"), "throttled_usec 4000000");

    assertThat(quota.throttledSeconds()).isEqualTo(4);
  }

  @Test
  void knowsNothingWhereNothingIsCounted() throws IOException {
    assertThat(throttled()).isNaN();
    write(groups, "no line of this kind", "0::/");
    assertThat(throttled()).isNaN();
    write(root.resolve("cpu.stat"), "usage_usec 5", "throttled_usec many", "");
    assertThat(throttled()).isNaN();
  }

  private double throttled() {
    return CpuQuota.of(groups, root).throttledSeconds();
  }

  private static void write(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
