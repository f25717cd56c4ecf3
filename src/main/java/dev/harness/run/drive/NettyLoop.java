package dev.harness.run.drive;

import io.netty.util.concurrent.ScheduledFuture;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.vertx.core.impl.ContextInternal;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A Vert.x event loop, reached through Netty: Vert.x timers tick in milliseconds, and a load of
 * 20,000 operations a second has one due every 50 µs.
 */
final class NettyLoop implements Loop {
  private final ContextInternal context;

  NettyLoop(ContextInternal context) {
    this.context = context;
  }

  @Override
  public boolean current() {
    return context.nettyEventLoop().inEventLoop();
  }

  @Override
  public OptionalLong threadId() {
    return context.nettyEventLoop() instanceof SingleThreadEventExecutor executor
        ? OptionalLong.of(executor.threadProperties().id())
        : OptionalLong.empty();
  }

  @Override
  public void execute(Runnable task) {
    context.nettyEventLoop().execute(() -> context.dispatch(task));
  }

  @Override
  public Runnable schedule(Runnable task, long delayNanos) {
    ScheduledFuture<?> timer =
        context
            .nettyEventLoop()
            .schedule(() -> context.dispatch(task), delayNanos, TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }
}
