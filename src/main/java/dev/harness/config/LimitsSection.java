package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.ThresholdCatalogue;
import dev.harness.plan.threshold.ThresholdKey;
import dev.harness.plan.threshold.Thresholds.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code performance_thresholds}: sections of limits, some of them within others. */
final class LimitsSection {
  private static final String NAME = "performance_thresholds";

  /** What a section may say about itself. */
  private static final List<String> REMARKS = List.of("version", "description", "updated");

  private final Reader reader;
  private final String origin;
  private final Map<ThresholdKey, Limit> limits = new LinkedHashMap<>();

  private LimitsSection(Reader reader, String origin) {
    this.reader = reader;
    this.origin = origin;
  }

  static Map<ThresholdKey, Limit> read(Reader reader, @Nullable Member section, String origin) {
    var limits = new LimitsSection(reader, origin);
    if (section != null) {
      limits.readSection("", section.value());
    }
    return limits.limits;
  }

  private void readSection(String path, Located value) {
    reader.members(path.isEmpty() ? NAME : path, value).forEach((n, m) -> readMember(path, n, m));
  }

  private void readMember(String path, String name, Member member) {
    String inner = path.isEmpty() ? name : path + "." + name;
    if (REMARKS.contains(name)) {
      reader.text(name, member);
      return;
    }
    if (isSection(inner)) {
      readSection(inner, member.value());
      return;
    }
    ThresholdCatalogue.find(path, name)
        .ifPresentOrElse(
            key -> limits.put(key, new Limit(limit(key, member.value()), origin)),
            () -> reader.unknown(name, member.at(), allowedIn(path)));
  }

  private double limit(ThresholdKey key, Located value) {
    if (key.metric().unit() == Unit.YES_NO) {
      if (value instanceof Located.Truth truth) {
        return truth.value() ? 1 : 0;
      }
      reader.problem(
          value.at(), "%s must be true or false, not %s".formatted(key.name(), value.kind()));
      return 0;
    }
    boolean share = key.metric().unit() == Unit.PERCENT && key.bound() == Bound.AT_LEAST;
    return reader.number(key.name(), value, 0, share ? 100 : Double.MAX_VALUE);
  }

  private static boolean isSection(String path) {
    return ThresholdCatalogue.keys().stream()
        .anyMatch(key -> key.section().equals(path) || key.section().startsWith(path + "."));
  }

  private static List<String> allowedIn(String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    var allowed = new ArrayList<String>();
    for (ThresholdKey key : ThresholdCatalogue.keys()) {
      if (key.path().startsWith(prefix)) {
        String next = key.path().substring(prefix.length()).split("\\.", 2)[0];
        if (!allowed.contains(next)) {
          allowed.add(next);
        }
      }
    }
    allowed.addAll(REMARKS);
    return allowed;
  }
}
