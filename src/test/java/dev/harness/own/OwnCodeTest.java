package dev.harness.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.api.Load;
import dev.harness.api.OwnCheck;
import dev.harness.api.OwnMetric;
import dev.harness.api.Work;
import dev.harness.check.BuiltInChecks;
import dev.harness.metric.Unit;
import dev.harness.plan.Profile;
import dev.harness.plan.threshold.Bound;
import dev.harness.run.Check;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Criterion;
import io.smallrye.mutiny.Uni;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a class path may have, and what is said where it has something else. */
class OwnCodeTest {
  @TempDir Path directory;

  @Test
  void aCheckIsWhatItSays() throws Exception {
    provide(Plain.class.getName());

    try (OwnCode code = OwnCode.load(directory.toString())) {
      assertThat(code.checks()).hasSize(1);
      Check check = code.checks().get(0);
      assertThat(check.id()).hasToString("own/plain");
      assertThat(check.load()).isEqualTo("nothing much");
      assertThat(check.budget().in(Profile.QUICK)).contains(Duration.ofSeconds(5));
      assertThat(check.options()).isEqualTo("--classpath " + directory + " --check own/plain");
      assertThat(check.criteria())
          .extracting(Criterion::name)
          .containsExactly("response_time_p95", "hits", "success_rate");
      assertThat(check.criteria().get(1).bound()).isEqualTo(Bound.AT_LEAST);
    }
  }

  @Test
  void noClassPathBringsNothing() {
    List<Check> builtIn = BuiltInChecks.all();

    assertThat(OwnCode.NONE.checks()).isEmpty();
    assertThat(OwnCode.NONE.system()).isEmpty();
    assertThat(OwnCode.NONE.measuring(builtIn)).isEqualTo(builtIn);
    assertThat(OwnCode.NONE.usual(builtIn)).isEqualTo(builtIn);
    OwnCode.NONE.close();
  }

  @Test
  void aSystemIsMeasuredInsteadOfTheReferenceSystem() throws Exception {
    provide(ContextSystem.class, Sessions.class.getName());

    try (OwnCode code = OwnCode.load(directory.toString())) {
      assertThat(code.system().orElseThrow().name()).isEqualTo(Sessions.class.getName());
      List<Check> known = code.measuring(BuiltInChecks.all());
      assertThat(known)
          .extracting(check -> check.id().toString())
          .isEqualTo(BuiltInChecks.all().stream().map(check -> check.id().toString()).toList());
      assertThat(code.usual(known))
          .extracting(check -> check.id().toString())
          .containsExactlyInAnyOrderElementsOf(
              BuiltInChecks.ofContexts().stream().map(check -> check.id().toString()).toList());
      assertThat(code.usual(known).get(0).options())
          .isEqualTo("--classpath " + directory + " --check context/single-creation");
    }
  }

  @ParameterizedTest
  @MethodSource
  void systemsThatCannotBeUsed(List<String> providers, List<String> said) throws Exception {
    provide(ContextSystem.class, providers.toArray(String[]::new));

    assertRefused(directory.toString(), said);
  }

  static Stream<Arguments> systemsThatCannotBeUsed() {
    return Stream.of(
        wrong(List.of("com.example.Missing"), "com.example.Missing", "not found"),
        wrong(List.of(Plain.class.getName()), "Plain", "not a subtype"),
        wrong(
            List.of(Sessions.class.getName(), Others.class.getName()),
            "Sessions and ",
            "Others are both systems of contexts; a run measures one"),
        wrong(List.of(Unlicensed.class.getName()), "Unlicensed", "no licence"),
        wrong(List.of(Nameless.class.getName()), "Nameless: ", "null"),
        wrong(List.of(NeverClosed.class.getName()), "NeverClosed: still in use"));
  }

  @ParameterizedTest
  @MethodSource
  void classesThatCannotBeUsed(List<String> providers, List<String> said) throws Exception {
    provide(providers.toArray(String[]::new));

    assertRefused(directory.toString(), said);
  }

  static Stream<Arguments> classesThatCannotBeUsed() {
    return Stream.of(
        wrong(List.of("com.example.Missing"), "com.example.Missing", "not found"),
        wrong(List.of(OwnCodeTest.class.getName()), "OwnCodeTest", "not a subtype"),
        wrong(List.of("not a class"), "Illegal", "syntax"),
        wrong(List.of(Throws.class.getName()), "Throws", "could not be instantiated", "no licence"),
        wrong(List.of(Hidden.class.getName()), "Hidden", "public no-arg constructor"),
        wrong(List.of(Shouts.class.getName()), "Shouts: a check is named in kebab case, not \"A\""),
        wrong(List.of(Alarms.class.getName()), "Alarms: ", "did you mean \"response_time_p95 <="),
        wrong(List.of(Twice.class.getName()), "Twice: two metrics are called \"throughput\""),
        wrong(
            List.of(Plain.class.getName(), Same.class.getName()),
            "Plain and ",
            "Same are both called own/plain; a name is unique"),
        wrong(
            List.of(),
            "has no check and no contexts; they are named in META-INF/services/"
                + "dev.harness.api.OwnCheck and dev.harness.user.ContextSystem"));
  }

  @Test
  void pathsThatAreNone() throws IOException {
    Path text = Files.writeString(directory.resolve("notes.txt"), "no jar");

    assertRefused(directory + File.pathSeparator + "nowhere.jar", List.of("there is no nowhere"));
    assertRefused(text.toString(), List.of("notes.txt is no jar and no directory"));
    assertRefused(File.pathSeparator, List.of("names no path"));
  }

  private static void assertRefused(String paths, List<String> said) {
    assertThatExceptionOfType(InvalidClasspathException.class)
        .isThrownBy(() -> OwnCode.load(paths))
        .satisfies(e -> assertThat(e.getMessage()).contains(said).doesNotContain("\n"));
  }

  private static Arguments wrong(List<String> providers, String... said) {
    return Arguments.of(providers, List.of(said));
  }

  private void provide(String... classes) throws IOException {
    provide(OwnCheck.class, classes);
  }

  private void provide(Class<?> service, String... classes) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(service.getName()),
        Arrays.stream(classes).collect(Collectors.joining("\n")));
  }

  /** A system of which only the class matters. */
  public static class Sessions implements ContextSystem {
    @Override
    public Object createContext(String userId, String threadId, String runId, String requestId) {
      throw new UnsupportedOperationException("described only");
    }

    @Override
    public Uni<Engine> openEngine(Object context) {
      throw new UnsupportedOperationException("described only");
    }
  }

  /** Another one. */
  public static final class Others extends Sessions {}

  /** Cannot be made. */
  public static final class Unlicensed extends Sessions {
    public Unlicensed() {
      throw new IllegalStateException("no licence");
    }
  }

  /** Does not say what it is called. */
  public static final class Nameless extends Sessions {
    @Override
    @SuppressWarnings("NullAway") // as somebody may write who has no such checker
    public String name() {
      return null;
    }
  }

  /** Cannot be closed. */
  public static final class NeverClosed extends Sessions {
    @Override
    public void close() {
      throw new IllegalStateException("still in use");
    }
  }

  /** One that is as it should be. */
  public static class Plain implements OwnCheck {
    @Override
    public String name() {
      return "plain";
    }

    @Override
    public String about() {
      return "nothing much";
    }

    @Override
    public Load load() {
      return Load.atOnce(2, Duration.ofSeconds(2));
    }

    @Override
    public List<String> promises() {
      return List.of("response_time_p95 <= 50ms");
    }

    @Override
    public List<OwnMetric> metrics() {
      return List.of(OwnMetric.reported("hits", Unit.PERCENT, "found / asked for").atLeast(90));
    }

    @Override
    public Work begin() {
      throw new UnsupportedOperationException("described only");
    }
  }

  /** Another class with its name. */
  public static final class Same extends Plain {}

  /** Cannot be made. */
  public static final class Throws extends Plain {
    public Throws() {
      throw new IllegalStateException("no licence");
    }
  }

  /** Cannot be made by others. */
  public static final class Hidden extends Plain {
    private Hidden() {}
  }

  /** Has no name that a command line could have. */
  public static final class Shouts extends Plain {
    @Override
    public String name() {
      return "A";
    }
  }

  /** Writes a promise as if it were an alert. */
  public static final class Alarms extends Plain {
    @Override
    public List<String> promises() {
      return List.of("response_time_p95 > 50ms");
    }
  }

  /** Calls a metric as one of each load is called. */
  public static final class Twice extends Plain {
    @Override
    public List<OwnMetric> metrics() {
      return List.of(OwnMetric.reported("throughput", Unit.PER_SECOND, "its own"));
    }
  }
}
