package dev.harness.testing;

import java.util.Locale;
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
  };

  private final String whyNot;

  Tool(String whyNot) {
    this.whyNot = whyNot;
  }

  abstract boolean present();

  /** What to say where it is missing: the reason, and how to get it. */
  String whyNot() {
    return whyNot;
  }

  String propertyName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
