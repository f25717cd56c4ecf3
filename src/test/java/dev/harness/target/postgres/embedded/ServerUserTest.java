package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServerUserTest {

  @Test
  void anOwnIdIsTriedBeforeNobodysAndANamespaceLast() {
    List<ServerUser> ways = ServerUser.insteadOfRoot(61_500);

    assertThat(ways.get(0).run("id"))
        .containsExactly("setpriv", "--reuid=61500", "--regid=61500", "--clear-groups", "id");
    assertThat(ways)
        .extracting(way -> way.owner().orElse(0))
        .containsExactly(61_500, 61_500, 65_534, 65_534, 0);
    assertThat(ways.get(4).run("id")).containsExactly("unshare", "-U", "id");
  }

  @Test
  void asOurselvesTheCommandStandsAlone() {
    assertThat(ServerUser.ourselves().run("id", "-u")).containsExactly("id", "-u");
  }

  @Test
  void anIdThatSomeoneMayHaveIsRefused() {
    assertThatThrownBy(() -> ServerUser.insteadOfRoot(1000))
        .hasMessage("freeId: 1000; allowed are 61184 to 65519");
  }
}
