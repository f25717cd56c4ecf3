package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.UpgradeRejectedException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassTest {

  @ParameterizedTest
  @MethodSource
  void isAFewWordsOfOurOwn(Throwable cause, String expected) {
    assertThat(FailureClass.of(cause)).isEqualTo(expected);
  }

  static Stream<Arguments> isAFewWordsOfOurOwn() {
    return Stream.of(
        arguments(new ConnectException("Connection refused: /127.0.0.1:1"), "connection-refused"),
        arguments(new UnknownHostException("nowhere.invalid"), "unknown-host"),
        arguments(new TimeoutException("5000 ms"), "timeout-in-client"),
        arguments(new ClosedChannelException(), "connection-closed"),
        arguments(new HttpClosedException("Connection was closed"), "connection-closed"),
        arguments(
            new IllegalStateException("relation \"orders_closed\" is closed"),
            "illegal-state-exception"),
        arguments(new SocketException("Connection reset"), "connection-broken"),
        arguments(new EOFException(), "connection-broken"),
        arguments(new DecoderException("what the target said"), "garbled-answer"),
        arguments(new UpgradeRejectedException("no", 403, null, null), "status-403"),
        arguments(new IOException("secret of the target"), "connection-broken"),
        arguments(new IllegalArgumentException("secret"), "illegal-argument-exception"),
        arguments(new NullPointerException(), "null-pointer-exception"));
  }

  @Test
  void hasAWordForTypesWithoutAName() {
    assertThat(FailureClass.of(new IllegalStateException("anonymous") {}))
        .isEqualTo("illegal-state-exception");
  }
}
