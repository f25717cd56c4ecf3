package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateDirectoriesTest {

  @Test
  void namesTheUsualPlacesInOrderAndEachOnce() {
    Map<String, String> properties =
        Map.of("java.io.tmpdir", "/tmp", "user.home", "/home/a", "user.dir", "/var/tmp/");

    assertThat(CandidateDirectories.of(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), properties::get))
        .containsExactly(
            Path.of("/tmp"),
            Path.of("/run/user/7"),
            Path.of("/home/a/.cache"),
            Path.of("/var/tmp"),
            Path.of("/dev/shm"));
  }

  @Test
  void passesOverTheHomeOfAUserWithoutNameAndRelativePlaces() {
    Map<String, String> properties = Map.of("java.io.tmpdir", "tmp", "user.home", "?");

    assertThat(CandidateDirectories.of(Map.of(), properties::get))
        .containsExactly(Path.of("/var/tmp"), Path.of("/dev/shm"));
  }

  @Test
  void putsMemoryLastAndKeepsTheOrderOtherwise(@TempDir Path home) throws Exception {
    Path memory = Files.createDirectory(home.resolve("memory"));
    Path first = Files.createDirectory(home.resolve("b"));
    Path second = Files.createDirectory(home.resolve("a"));

    assertThat(
            CandidateDirectories.diskFirst(
                List.of(memory, first, home.resolve("missing"), second), memory::equals))
        .containsExactly(first, second, memory);
  }
}
