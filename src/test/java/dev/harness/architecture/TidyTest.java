package dev.harness.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No file contains what must not return; and each rule is seen to fail where it is broken. */
class TidyTest {
  private static final SourceTree TREE = SourceTree.read(Path.of(""));
  private static final Map<String, List<String>> JAVA = TREE.ending(".java");

  @Test
  void theTreeIsRead() {
    assertThat(JAVA).hasSizeGreaterThan(20).containsKey("src/main/java/dev/harness/app/Main.java");
    assertThat(TREE.files()).containsKeys("pom.xml", "mvnw", ".ci/run");
  }

  @Test
  void sourcesContainNothingBanned() {
    assertThat(Tidiness.bannedText(JAVA)).isEmpty();
  }

  @Test
  void everyBanIsSeenToFail() {
    List<String> examples =
        TREE.files().getOrDefault("src/test/resources/architecture/banned.txt", List.of());

    for (Ban ban : Ban.all()) {
      List<String> itsExamples =
          examples.stream().filter(line -> line.startsWith(ban.name() + ": ")).toList();
      assertThat(itsExamples).as("examples of " + ban.name()).isNotEmpty();
      assertThat(itsExamples).allMatch(line -> ban.forbids("src/main/java/A.java", line));
    }
  }

  @Test
  void clocksAreAllowedToTheOneClock() {
    String line = "return System." + "nanoTime();";

    assertThat(Tidiness.bannedText(Map.of("src/main/java/dev/harness/time/A.java", List.of(line))))
        .isEmpty();
    assertThat(Tidiness.bannedText(Map.of("src/main/java/dev/harness/run/A.java", List.of(line))))
        .singleElement()
        .asString()
        .startsWith("src/main/java/dev/harness/run/A.java:1 clock; use the Ticker");
  }

  @Test
  void filesAreShort() {
    assertThat(Tidiness.longFiles(JAVA)).isEmpty();
    assertThat(Tidiness.longFiles(Map.of("A.java", Collections.nCopies(401, "")))).hasSize(1);
    assertThat(Tidiness.longFiles(Map.of("A.java", Collections.nCopies(400, "")))).isEmpty();
  }

  @Test
  void packagesAreDescribed() {
    assertThat(Tidiness.undescribedPackages(JAVA)).isEmpty();
    assertThat(Tidiness.undescribedPackages(Map.of("src/main/java/a/A.java", List.of())))
        .containsExactly("a has no package-info.java with @NullMarked; add one");
    assertThat(Tidiness.undescribedPackages(Map.of("src/main/java/a/package-info.java", List.of())))
        .hasSize(1);
  }

  @Test
  void noFileNamesARegistry() {
    assertThat(Tidiness.registryHosts(TREE.files())).isEmpty();
    for (String host : List.of("repo." + "maven.apache.org", "registry." + "npmjs.org")) {
      assertThat(Tidiness.registryHosts(Map.of("pom.xml", List.of("<url>https://" + host + "/"))))
          .hasSize(1);
    }
    assertThat(Tidiness.registryHosts(Map.of("pom.xml", List.of("http://maven.apache.org/POM"))))
        .isEmpty();
  }
}
