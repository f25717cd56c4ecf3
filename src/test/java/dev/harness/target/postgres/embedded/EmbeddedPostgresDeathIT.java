package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.time.SystemTicker;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However the owner dies, nothing of the server remains. */
class EmbeddedPostgresDeathIT {

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT", "KILL"})
  void aSignalLeavesNothing(String signal) throws Exception {
    HolderProcess holder = HolderProcess.start(List.of(), home, List.of(), List.of());
    assertThat(holder.server().isAlive()).isTrue();

    holder.signal(signal);

    assertThat(holder.leavesNothing()).isTrue();
  }

  @Test
  void whatAnOwnerKilledWithItsWatchdogLeavesIsSweptAndWhatLivesIsNot() throws Exception {
    Vertx vertx = Vertx.vertx();
    HolderProcess dead = HolderProcess.start(List.of(), home, List.of(), List.of());
    try (HolderProcess living = HolderProcess.start(List.of(), home, List.of(), List.of())) {
      dead.jvm().children().forEach(ProcessHandle::destroyForcibly);
      dead.signal("KILL");
      dead.jvm().onExit().join();
      assertThat(dead.server().isAlive()).isTrue();
      assertThat(dead.directory()).exists();

      EmbeddedPostgres.start(EmbeddedPostgresOptions.defaults(), new SystemTicker()).close();

      assertThat(dead.leavesNothing()).isTrue();
      PgLogin login =
          new PgLogin(vertx, living.port(), "harness", "harness_owner", living.ownerPassword());
      assertThat(login.query("SELECT 1")).containsExactly("1");
    } finally {
      vertx.close();
    }
  }
}
