package dev.harness.run.drive;

import dev.harness.time.Ticker;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;

/** A loop on the thread of whoever calls: for loads whose answers come at once. */
public final class InlineLoop implements Loop {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private boolean running;

  /** A driver that lives on one. */
  public static Driver driver(Ticker ticker) {
    return new Driver(ticker, List.of(new InlineLoop()));
  }

  @Override
  public boolean current() {
    return true;
  }

  @Override
  public OptionalLong threadId() {
    return OptionalLong.empty();
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    if (!running) {
      running = true;
      while (!tasks.isEmpty()) {
        tasks.remove().run();
      }
      running = false;
    }
  }

  @Override
  public Runnable schedule(Runnable task, long delayNanos) {
    return () -> {};
  }
}
