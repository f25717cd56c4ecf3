package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As other users, and where the first directory does not do. */
class EmbeddedPostgresOwnerIT {

  @TempDir Path home;

  @BeforeEach
  void openHome() throws Exception {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** 65534 has a name, which makes it an ordinary user; 58123 has none. */
  @ParameterizedTest
  @ValueSource(ints = {65_534, 58_123})
  void startsAsAnotherUserThanRoot(int user) throws Exception {
    List<String> prefix =
        List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    assumeTrue(
        ShortCommand.run(List.of("id", "-u")).orElse("").equals("0")
            && ShortCommand.userId(HolderProcess.then(prefix, "id", "-u")).orElse(0) == user,
        "needs root and setpriv, to become another user");

    assertHoldsAndLetsGo(prefix, List.of(), List.of());
  }

  /** As in many containers: root who may not become anyone else; then a namespace has to do. */
  @ParameterizedTest
  @ValueSource(strings = {"-setpcap", "-setuid,-setgid", "-all"})
  void startsAsRootWithFewerRights(String withdrawn) throws Exception {
    List<String> prefix = List.of("setpriv", "--bounding-set=" + withdrawn);
    assumeTrue(
        ShortCommand.run(HolderProcess.then(prefix, "unshare", "-U", "true")).isPresent(),
        "needs root, setpriv and user namespaces, to give up capabilities");

    assertHoldsAndLetsGo(prefix, List.of(), List.of());
  }

  /** Without setpriv, which only some systems have, chroot has to do. */
  @Test
  void startsAsRootWithoutSetpriv() throws Exception {
    Path programs = Files.createDirectory(home.resolve("programs"));
    for (String program : List.of("sh", "id", "rm", "setsid")) {
      Path wrapper = programs.resolve(program);
      Files.writeString(wrapper, "#!/bin/sh\nexec /usr/bin/" + program + " \"$@\"\n");
      Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    List<String> prefix = List.of("/usr/bin/env", "PATH=" + programs);
    assumeTrue(
        ShortCommand.run(List.of("chroot", "--userspec=1:1", "/", "id")).isPresent(),
        "needs root and chroot, to become another user");

    assertHoldsAndLetsGo(prefix, List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"noexec", "ro"})
  void passesOverADirectoryThatCannotRunIt(String flag) throws Exception {
    Path temporary = Files.createDirectory(home.resolve("tmp"));
    List<String> prefix =
        inMounts("mount --bind %1$s %1$s && mount -o remount,bind,%2$s %1$s", temporary, flag);

    Path used = assertHoldsAndLetsGo(prefix, List.of("-Djava.io.tmpdir=" + temporary), List.of());

    assertThat(used).doesNotHaveToString(temporary.toString());
    assertThat(used.startsWith(temporary)).isFalse();
  }

  @Test
  void saysThatThereIsNoRoom() throws Exception {
    Path small = Files.createDirectory(home.resolve("small"));
    List<String> prefix = inMounts("mount -t tmpfs -o size=50m,mode=755 none %1$s", small, "");

    try (HolderProcess holder =
        HolderProcess.start(prefix, home, List.of(), List.of(small.toString()))) {
      assertThat(holder.answer())
          .startsWith("refused embedded PostgreSQL: ")
          .contains(small.toString(), "400 MiB", "--database URL");
    }
  }

  private Path assertHoldsAndLetsGo(List<String> prefix, List<String> jvm, List<String> places)
      throws Exception {
    Vertx vertx = Vertx.vertx();
    HolderProcess holder = HolderProcess.start(prefix, home, jvm, places);
    try (holder) {
      assertThat(holder.answer()).startsWith("holding ");
      PgLogin login =
          new PgLogin(vertx, holder.port(), "harness", "harness_owner", holder.ownerPassword());
      assertThat(login.query("SELECT 1")).containsExactly("1");
    } finally {
      vertx.close();
    }
    assertThat(holder.leavesNothing()).isTrue();
    return holder.directory();
  }

  /** A prefix for a command that sees one more mount. */
  private static List<String> inMounts(String mount, Path directory, String flag) {
    String script = mount.formatted(directory, flag) + " && exec \"$@\"";
    List<String> prefix = List.of("unshare", "-m", "sh", "-c", script, "mounted");
    assumeTrue(
        ShortCommand.run(HolderProcess.then(prefix, "true")).isPresent(),
        "needs root and 'unshare -m', to mount a file system that only the test sees");
    return prefix;
  }
}
