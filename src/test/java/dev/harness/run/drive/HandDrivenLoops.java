package dev.harness.run.drive;

import dev.harness.time.ManualTicker;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Event loops whose time is moved by hand: tasks run in the order of their times, one after the
 * other, on the thread of the test. What a task costs is what it moves the clock on by.
 */
public final class HandDrivenLoops {
  public final ManualTicker ticker = new ManualTicker();
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::atNanos).thenComparingLong(Task::order));
  private final List<Loop> loops;
  private long order;
  private int timers;
  private @Nullable Loop running;
  private boolean runsAtOnce;

  public HandDrivenLoops(int count) {
    loops = IntStream.range(0, count).<Loop>mapToObj(i -> new HandDrivenLoop()).toList();
  }

  /** A driver that lives on them. */
  public Driver driver() {
    return new Driver(ticker, loops);
  }

  /** One loop, whose loads have come to their end when whoever began them gets to wait for it. */
  public static HandDrivenLoops runningAtOnce() {
    var loops = new HandDrivenLoops(1);
    loops.runsAtOnce = true;
    return loops;
  }

  List<Loop> loops() {
    return loops;
  }

  Loop loop() {
    return loops.get(0);
  }

  /** Something outside all loops: an answer that arrives on a thread of somebody else's. */
  void elsewhere(Duration delay, Runnable work) {
    tasks.add(new Task(ticker.nanoTime() + delay.toNanos(), order++, null, work));
  }

  /** Something on the loop that is running now. */
  public void here(Duration delay, Runnable work) {
    tasks.add(new Task(ticker.nanoTime() + delay.toNanos(), order++, running, work));
  }

  /** Runs what is due within that time, and moves the clock to its end. */
  void runFor(Duration time) {
    long end = ticker.nanoTime() + time.toNanos();
    while (!tasks.isEmpty() && tasks.peek().atNanos() <= end) {
      runNext();
    }
    moveTo(end);
  }

  /** Runs until there is nothing left to do, ever. */
  public void runToEnd() {
    while (!tasks.isEmpty()) {
      runNext();
    }
  }

  /** Timers that are set on the loops. */
  int timers() {
    return timers;
  }

  /** Lets time pass in which nothing gets to run: a loop that somebody blocks. */
  void stall(Duration time) {
    ticker.advance(time);
  }

  private void runNext() {
    Task task = tasks.remove();
    moveTo(task.atNanos());
    running = task.loop();
    try {
      task.work().run();
    } finally {
      running = null;
    }
  }

  private void moveTo(long nanos) {
    ticker.advance(Duration.ofNanos(Math.max(0, nanos - ticker.nanoTime())));
  }

  private record Task(long atNanos, long order, @Nullable Loop loop, Runnable work) {}

  private final class HandDrivenLoop implements Loop {
    @Override
    public boolean current() {
      return running == this;
    }

    @Override
    public OptionalLong threadId() {
      return OptionalLong.empty();
    }

    @Override
    public void execute(Runnable task) {
      tasks.add(new Task(ticker.nanoTime(), order++, this, task));
      if (runsAtOnce && running == null) {
        runToEnd();
      }
    }

    @Override
    public Runnable schedule(Runnable task, long delayNanos) {
      long number = order++;
      timers++;
      Runnable ring =
          () -> {
            timers--;
            task.run();
          };
      tasks.add(new Task(ticker.nanoTime() + delayNanos, number, this, ring));
      return () -> timers -= tasks.removeIf(other -> other.order() == number) ? 1 : 0;
    }
  }
}
