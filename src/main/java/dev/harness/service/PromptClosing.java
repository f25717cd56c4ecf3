package dev.harness.service;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Waits a second, not Vert.x's ten, for a peer to answer a close before its socket is taken away.
 */
@Singleton
final class PromptClosing implements HttpServerOptionsCustomizer {
  private static final int ANSWER_WITHIN_SECONDS = 1;

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setWebSocketClosingTimeout(ANSWER_WITHIN_SECONDS);
  }
}
