package dev.harness.check.scenario;

import dev.harness.measure.Outcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Watches a stream for a time, as a step of a turn. */
record StreamWatch(Turn turn, LiveStream stream, Duration time) {

  /**
   * Until the first of what may end it.
   *
   * @param event what an event makes of it, if it ends it
   * @param timeIsUp what it is when its time is up
   * @param broken what it is where nothing more is to be had, by how that is called
   */
  Future<Outcome> until(
      Function<StreamEvent, Optional<Outcome>> event,
      Supplier<Outcome> timeIsUp,
      Function<String, Outcome> broken) {
    Vertx vertx = Vertx.currentContext().owner();
    Promise<Outcome> ended = Promise.promise();
    long timer = vertx.setTimer(time.toMillis(), rung -> ended.tryComplete(timeIsUp.get()));
    turn.onAbandon(() -> ended.tryFail("broken off while it watched a stream"));
    Future<Outcome> done =
        ended
            .future()
            .onComplete(
                end -> {
                  vertx.cancelTimer(timer);
                  stream.unwatch();
                });
    stream.watch(
        new LiveStream.Watcher() {
          @Override
          public void event(StreamEvent came) {
            event.apply(came).ifPresent(ended::tryComplete);
          }

          @Override
          public void broken(String as) {
            ended.tryComplete(broken.apply(as));
          }
        });
    return done;
  }
}
