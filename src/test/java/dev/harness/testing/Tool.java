package dev.harness.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.testcontainers.DockerClientFactory;

/** Optional tools that tests want. Named in {@code harness.require} in lower case. */
public enum Tool {
  DOCKER(
      "no Docker engine answers: install Docker and start it, or set DOCKER_HOST (without an image registry also TESTCONTAINERS_RYUK_DISABLED=true)") {
    @Override
    boolean present() {
      try {
        return DockerClientFactory.instance().isDockerAvailable();
      } catch (RuntimeException engineWithoutItsHelpers) {
        return false;
      }
    }
  },
  SCRIPT(
      "no terminal can be made: install script from util-linux (on Debian: apt-get install bsdutils)") {
    @Override
    boolean present() {
      return onPath("script");
    }
  },
  CHROMIUM("no browser to look at reports with: on Debian, apt-get install chromium") {
    @Override
    boolean present() {
      return onPath("chromium");
    }
  },
  NGINX("no nginx to be validated: on Debian, apt-get install nginx-light") {
    @Override
    boolean present() {
      return onPath("nginx");
    }
  },
  PROMETHEUS(
      "no Prometheus to scrape a run: on Debian, apt-get install --no-install-recommends prometheus") {
    @Override
    boolean present() {
      return onPath("prometheus");
    }
  };

  private final String whyNot;

  Tool(String whyNot) {
    this.whyNot = whyNot;
  }

  abstract boolean present();

  private static boolean onPath(String command) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
  }

  /** What to say where it is missing: the reason, and how to get it. */
  String whyNot() {
    return whyNot;
  }

  String propertyName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
