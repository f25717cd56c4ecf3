package dev.harness.target.prometheus;

import dev.harness.run.drive.FailureClass;
import dev.harness.run.port.HttpTarget;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.Readings;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A metrics endpoint, scraped at each look. It has so much time and so many bytes; after a failure
 * the next look connects anew.
 */
public final class PrometheusReadings implements ReadingSource {
  private static final int MOST_BYTES = 8 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final String name;
  private final String absent;
  private final HttpTarget.Request request;
  private final Supplier<HttpTarget> connect;
  private @Nullable HttpTarget target;

  /**
   * @param name as people know it
   * @param path of it, with a slash at the beginning
   * @param absent what it means that there is nothing at that path
   * @param connect gives a target at that server
   */
  public PrometheusReadings(String name, String path, String absent, Supplier<HttpTarget> connect) {
    this.name = name;
    this.absent = absent;
    this.connect = connect;
    this.request =
        new HttpTarget.Request(
            "GET", path, Map.of("Accept", "text/plain;version=0.0.4"), Buffer.buffer(), MOST_BYTES);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Readings read() {
    HttpTarget.Reply reply = scrape();
    if (reply.status() == NOT_FOUND) {
      throw new NotAvailableException("%s (status %d)".formatted(absent, NOT_FOUND));
    }
    if (reply.status() != OK) {
      throw new NotAvailableException("it answers with status %d".formatted(reply.status()));
    }
    if (reply.body().length() > MOST_BYTES) {
      throw new NotAvailableException(
          "it answers with more than %d MB".formatted(MOST_BYTES >> 20));
    }
    Readings readings = KnownMetrics.in(parsed(reply));
    if (readings.values().isEmpty()) {
      throw new NotAvailableException(
          "nothing that it tells is known here; looked for %s".formatted(KnownMetrics.names()));
    }
    return readings;
  }

  private static Exposition parsed(HttpTarget.Reply reply) {
    try {
      return Exposition.parse(reply.body().toString(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new NotAvailableException("it does not tell metrics: " + e.getMessage());
    }
  }

  private HttpTarget.Reply scrape() {
    if (target == null) {
      target = connect.get();
    }
    try {
      return target
          .send(request)
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(FailureClass.of(e.getCause() == null ? e : e.getCause()));
    } catch (TimeoutException e) {
      throw failed("no whole answer within %d s".formatted(PATIENCE.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted");
    }
  }

  private NotAvailableException failed(String why) {
    close();
    return new NotAvailableException(why);
  }

  @Override
  public void close() {
    if (target != null) {
      target.close();
      target = null;
    }
  }
}
