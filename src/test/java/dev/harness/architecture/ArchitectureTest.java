package dev.harness.architecture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The architecture holds; and each of its rules is seen to fail where it is broken. */
class ArchitectureTest {
  private static final String ROOT = "dev.harness";
  private static final String FIXTURE = "dev.harness.architecture.fixture";

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(FIXTURE);

  @Test
  void packagesImportOnlyWhatTheTableAllows() {
    assertThat(PRODUCT.size()).as("classes that were looked at").isGreaterThan(5);
    assertThat(new LayerCheck(Layers.ofHarness(), ROOT).violations(PRODUCT)).isEmpty();
  }

  @Test
  void theTableIsSeenToFail() {
    assertThat(new LayerCheck(Layers.ofHarness(), FIXTURE).violations(OFFENDERS))
        .anyMatch(line -> line.contains("time.ReachesUp uses " + FIXTURE + ".verdict.Offender"))
        .anyMatch(line -> line.contains("time.ReachesUp uses io.vertx.core.Vertx"))
        .anyMatch(line -> line.contains("stray.Stray is in a package that has no row"))
        .noneMatch(line -> line.contains("Offender uses " + FIXTURE + ".time"));
  }

  @Test
  void theSpineIsALineAndNeighboursKeepApart() {
    Layers layers = Layers.ofHarness();

    assertThat(allows(layers, "verdict", "measure")).isTrue();
    assertThat(allows(layers, "measure", "verdict")).isFalse();
    assertThat(allows(layers, "service", "user")).isTrue();
    assertThat(allows(layers, "target.http", "run")).isTrue();
    assertThat(allows(layers, "target.http", "reference")).isFalse();
    assertThat(allows(layers, "config", "run")).isFalse();
    assertThat(allows(layers, "check", "target")).isFalse();
    assertThat(allows(layers, "cli", "target.http")).isTrue();
    assertThat(allows(layers, "report", "cli")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("ruleNames")
  void ruleHolds(String name) {
    requireNonNull(Rules.of(ROOT).get(name)).check(PRODUCT);
  }

  @ParameterizedTest
  @MethodSource("ruleNames")
  void ruleIsSeenToFail(String name) {
    assertThat(requireNonNull(Rules.of(FIXTURE).get(name)).evaluate(OFFENDERS).hasViolation())
        .isTrue();
  }

  static Stream<String> ruleNames() {
    return Rules.of(ROOT).keySet().stream().sorted();
  }

  private static boolean allows(Layers layers, String user, String used) {
    return layers.of(user).orElseThrow().mayUse(layers.of(used).orElseThrow());
  }
}
