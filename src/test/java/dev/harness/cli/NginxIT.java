package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import dev.harness.testing.RequiresTool;
import dev.harness.testing.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that nobody here wrote: what it keeps apart passes, and what it mixes up is told. */
@RequiresTool(Tool.NGINX)
class NginxIT {
  /** Of the loopback network, and nobody's: so no other program has this port. */
  private static final byte[] ADDRESS = {127, 0, 81, 7};

  private static final int PORT = 8081;

  /** {@code /cached} is {@code /mine} from a cache whose key lacks the user. */
  private static final String CONFIGURATION =
      """
      daemon off; master_process off; pid HOME/pid; error_log stderr;
      events { worker_connections 512; }
      http {
        access_log off; default_type application/json;
        client_body_temp_path HOME/body; fastcgi_temp_path HOME/fastcgi;
        proxy_temp_path HOME/proxy; scgi_temp_path HOME/scgi; uwsgi_temp_path HOME/uwsgi;
        proxy_cache_path HOME/cache keys_zone=cache:1m;
        server {
          listen 127.0.81.7:8081;
          location = /status { return 200 '{"status":"ok"}'; }
          location = /mine { return 200 '{"user":"$http_x_user","token":"$http_x_token"}'; }
          location = /cached {
            proxy_pass http://127.0.81.7:8081/mine;
            proxy_cache cache; proxy_cache_key $uri; proxy_cache_valid 200 1m;
          }
        }
      }
      """;

  @TempDir Path home;
  @TempDir Path nginxHome;

  private Place place;
  private Process nginx;

  @BeforeEach
  void startNginx() throws Exception {
    place = ProgramRun.in(home);
    place.file(
        "plan.yaml",
        // What this machine answers in 50 ms while other tests run is not what is tested.
        Files.readString(Path.of("docs", "plans", "nginx.yaml")).replace("<= 50ms", "<= 4000ms"));
    Path configuration =
        Files.writeString(
            nginxHome.resolve("nginx.conf"), CONFIGURATION.replace("HOME", nginxHome.toString()));
    nginx =
        new ProcessBuilder("nginx", "-c", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(nginxHome.resolve("out").toFile())
            .start();
    assertThat(ProgramRun.holdsWithin(Duration.ofSeconds(10), NginxIT::answers))
        .as(Files.readString(nginxHome.resolve("out")))
        .isTrue();
  }

  @AfterEach
  void endNginx() {
    nginx.destroy();
    nginx.onExit().join();
  }

  @Test
  void whatItKeepsApartPasses() throws Exception {
    Ended ended = place.run("run", "--plan=plan.yaml", "--check=plan/static,plan/mine");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
    assertThat(ended.out()).contains("PASSED  2 of 2 checks passed");
  }

  @Test
  void whatItGivesOneUserFromAnothersCacheIsABreach() throws Exception {
    Ended ended = place.run("run", "--plan=plan.yaml", "--check=plan/cached");

    assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(1);
    assertThat(ended.out())
        .containsPattern("✘ plan/cached +isolation_breaches +[1-9]")
        .containsPattern(
            "user-\\d+ saw what belongs to user-\\d+ \\(get-cached request-cached-\\d+, answer");
  }

  private static boolean answers() {
    try (var socket = new Socket(InetAddress.getByAddress(ADDRESS), PORT)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
