package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.plan.TestConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code test_configuration} and {@code environment_requirements}. */
final class SettingsSections {
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double SECONDS_PER_DAY = 86_400;

  private static final List<String> CONFIGURATION =
      List.of(
          "default_test_timeout_seconds",
          "memory_sampling_interval_ms",
          "gc_force_frequency",
          "metric_precision_decimal_places",
          "concurrent_test_batch_size",
          "load_test_ramp_up_duration_seconds",
          "load_test_ramp_down_duration_seconds",
          "description");

  /** The last two are about another language's runtime: read, and never judged. */
  private static final List<String> REQUIREMENTS =
      List.of(
          "min_memory_gb",
          "min_cpu_cores",
          "min_disk_space_gb",
          "description",
          "required_python_version",
          "required_packages");

  private SettingsSections() {}

  static TestConfiguration configuration(Reader reader, @Nullable Member section) {
    TestConfiguration d = TestConfiguration.DEFAULT;
    var values = new Values(reader, "test_configuration", section, CONFIGURATION);
    return new TestConfiguration(
        values.duration(
            "default_test_timeout_seconds", 1_000, 1, SECONDS_PER_DAY, d.checkTimeout()),
        values.duration(
            "memory_sampling_interval_ms",
            1,
            10,
            SECONDS_PER_HOUR * MILLIS_PER_SECOND,
            d.samplingInterval()),
        values.whole("gc_force_frequency", 1, 1_000_000, d.gcForceFrequency()),
        values.whole("metric_precision_decimal_places", 0, 9, d.decimalPlaces()),
        values.whole("concurrent_test_batch_size", 1, 10_000, d.batchSize()),
        values.duration(
            "load_test_ramp_up_duration_seconds",
            MILLIS_PER_SECOND,
            0,
            SECONDS_PER_HOUR,
            d.rampUp()),
        values.duration(
            "load_test_ramp_down_duration_seconds",
            MILLIS_PER_SECOND,
            0,
            SECONDS_PER_HOUR,
            d.rampDown()));
  }

  static EnvironmentRequirements requirements(Reader reader, @Nullable Member section) {
    EnvironmentRequirements d = EnvironmentRequirements.DEFAULT;
    var values = new Values(reader, "environment_requirements", section, REQUIREMENTS);
    values.requireText("required_python_version");
    values.requireTexts("required_packages");
    return new EnvironmentRequirements(
        values.number("min_memory_gb", d.memoryGb()),
        values.whole("min_cpu_cores", 0, 100_000, d.cpuCores()),
        values.number("min_disk_space_gb", d.diskGb()));
  }

  /** The members of one section, each with what holds where it is missing. */
  private static final class Values {
    private final Reader reader;
    private final Map<String, Member> members;

    Values(Reader reader, String name, @Nullable Member section, List<String> allowed) {
      this.reader = reader;
      this.members = section == null ? Map.of() : reader.members(name, section.value());
      reader.requireKnown(members, allowed);
      requireText("description");
    }

    Duration duration(String key, double unitMillis, double least, double most, Duration missing) {
      Member member = members.get(key);
      return member == null
          ? missing
          : reader.duration(key, member.value(), unitMillis, least, most);
    }

    int whole(String key, int least, int most, int missing) {
      Member member = members.get(key);
      return member == null ? missing : reader.whole(key, member.value(), least, most);
    }

    double number(String key, double missing) {
      Member member = members.get(key);
      return member == null ? missing : reader.number(key, member.value(), 0, Double.MAX_VALUE);
    }

    void requireText(String key) {
      reader.text(key, members.get(key));
    }

    void requireTexts(String key) {
      Member member = members.get(key);
      if (member != null) {
        reader.requireTexts(key, member.value());
      }
    }
  }
}
