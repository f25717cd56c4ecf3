package dev.harness.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Distribution;
import dev.harness.plan.CheckId;
import dev.harness.plan.Condition;
import dev.harness.run.Check;
import dev.harness.run.RunEvent;
import dev.harness.testing.Golden;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A native executable knows the records that stand in a journal: a file lists all that can be
 * reached from a line of it. {@code -Dharness.golden=write} writes it again.
 */
class NativeReflectionTest {
  private static final Path FILE =
      Path.of("src/main/resources/META-INF/native-image/dev.harness/harness/reflect-config.json");

  /** What stands in a journal in another form; that of a distribution is a record of its own. */
  private static final Set<Class<?>> IN_OTHER_FORM =
      Set.of(Check.class, CheckId.class, Condition.class, Distribution.class);

  private final Map<String, Class<?>> reached = new TreeMap<>();

  @Test
  void everyRecordOfAJournalIsListed() {
    reach(Header.class);
    reach(Entry.class);
    reach(DistributionForm.class);
    for (Class<?> nested : JournalJson.class.getDeclaredClasses()) {
      reached.put(nested.getName(), nested);
    }

    assertThat(reached.values()).contains(RunEvent.RunEnded.class).hasSizeGreaterThan(30);
    Golden.assertSame(
        FILE,
        reached.keySet().stream()
            .map(NativeReflectionTest::line)
            .collect(Collectors.joining(",\n", "[\n", "\n]\n")));
  }

  private void reach(Type type) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        reach(argument);
      }
    } else if (type instanceof Class<?> ours && isToBeListed(ours)) {
      reached.put(ours.getName(), ours);
      if (ours.isRecord()) {
        for (RecordComponent component : ours.getRecordComponents()) {
          reach(component.getGenericType());
        }
      }
      if (ours.isSealed() && ours.isInterface()) {
        for (Class<?> permitted : ours.getPermittedSubclasses()) {
          reach(permitted);
        }
      }
    }
  }

  private boolean isToBeListed(Class<?> type) {
    return type.getName().startsWith("dev.harness.")
        && !IN_OTHER_FORM.contains(type)
        && !reached.containsKey(type.getName());
  }

  private static String line(String name) {
    return """
          {"name": "%s", "allDeclaredConstructors": true, "allDeclaredMethods": true, \
        "allDeclaredFields": true, "allRecordComponents": true}"""
        .formatted(name);
  }
}
