package dev.harness.target.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerSettingsTest {

  @Test
  void listensOnLoopbackOnlyAndQuotesPaths() {
    assertThat(new ServerSettings(5433, 200).configuration("/tmp/it's/s"))
        .isEqualTo(
            """
            listen_addresses = '127.0.0.1'
            port = 5433
            max_connections = 200
            unix_socket_directories = '/tmp/it''s/s'
            """);
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> new ServerSettings(0, 200))
        .hasMessage("port: 0; allowed are 1 to 65535");
  }

  @Test
  void passwordsAreNotPrinted() {
    Credentials credentials = Credentials.random();

    assertThat(credentials.toString()).doesNotContain(credentials.ownerPassword());
    assertThat(credentials.ownerPassword()).isNotEqualTo(credentials.applicationPassword());
  }

  @Test
  void theLogsEndIsOneLine() {
    assertThat(ServerLog.lastLines("1\n2\n\n3\n4\n5\n6\n7\n")).isEqualTo("2 | 3 | 4 | 5 | 6 | 7");
    assertThat(ServerLog.lastLines("")).isEqualTo("(the log is empty)");
  }
}
