package dev.harness.plan.scenario;

import java.time.Duration;

/**
 * A service of WebSocket streams.
 *
 * @param handshake where the request goes that each stream begins with (RFC 6455, section 4)
 */
public record StreamService(HttpService handshake) implements Service {

  @Override
  public String name() {
    return handshake.name();
  }

  @Override
  public String written() {
    return handshake.written();
  }

  @Override
  public Duration timeout() {
    return handshake.timeout();
  }

  @Override
  public int connections() {
    return handshake.connections();
  }

  @Override
  public String words() {
    return handshake.words();
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.streams(this);
  }
}
