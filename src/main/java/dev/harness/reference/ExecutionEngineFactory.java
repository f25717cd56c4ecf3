package dev.harness.reference;

import dev.harness.time.Ticker;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserLimitExceededException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Opens an isolated engine for each request, a limited number for each user. Safe for use from any
 * thread; nothing blocks and nobody waits.
 */
public final class ExecutionEngineFactory implements AutoCloseable {
  private final EngineLimits limits;
  private final UserSlots slots;
  private final Ticker ticker;

  private final ConcurrentMap<Long, ExecutionEngine> open = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final LongAdder created = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder closed = new LongAdder();
  private final LongAdder evicted = new LongAdder();
  private final ExecutionEngine.EndListener whenEnded = this::ended;
  private volatile boolean shutDown;

  /** A factory with exact limits. */
  public ExecutionEngineFactory(EngineLimits limits, Ticker ticker) {
    this(limits, new CountedUserSlots(limits.perUser()), ticker);
  }

  /** A factory whose limits are counted by the slots given. */
  public ExecutionEngineFactory(EngineLimits limits, UserSlots slots, Ticker ticker) {
    this.limits = limits;
    this.slots = slots;
    this.ticker = ticker;
  }

  /** Another factory of the same limits, counted by the slots given. */
  public ExecutionEngineFactory countedBy(UserSlots other) {
    return new ExecutionEngineFactory(limits, other, ticker);
  }

  /**
   * Opens an engine for one request.
   *
   * @throws UserLimitExceededException where the user has as many as allowed
   * @throws FactoryClosedException after {@link #close}
   */
  public ExecutionEngine open(UserExecutionContext context) {
    if (shutDown) {
      throw new FactoryClosedException();
    }
    if (!slots.take(context.userId())) {
      refused.increment();
      throw new UserLimitExceededException(limits.perUser());
    }
    var engine = new ExecutionEngine(ids.incrementAndGet(), context, ticker.nanoTime(), whenEnded);
    open.put(engine.id(), engine);
    created.increment();
    if (shutDown) {
      // The shutdown may have passed over the map before this engine was in it.
      engine.end();
      throw new FactoryClosedException();
    }
    return engine;
  }

  /** The limits that it keeps. */
  public EngineLimits limits() {
    return limits;
  }

  /** Ends the engines that are older than their time to live; returns how many. */
  public int evictStale() {
    long now = ticker.nanoTime();
    long timeToLive = limits.timeToLive().toNanos();
    int count = 0;
    for (ExecutionEngine engine : open.values()) {
      if (now - engine.openedNanos() > timeToLive && engine.evict()) {
        count++;
      }
    }
    return count;
  }

  /** What it has done so far; exact when nothing is being opened or closed meanwhile. */
  public EngineCounts counts() {
    return new EngineCounts(
        created.sum(), refused.sum(), closed.sum(), evicted.sum(), open.size(), slots.users());
  }

  /** Engines of that user that are open now; looks at all. */
  public long openOf(String userId) {
    return open.values().stream()
        .filter(engine -> engine.context().userId().equals(userId))
        .count();
  }

  /** Shuts down: ends every engine, and refuses new ones. */
  @Override
  public void close() {
    shutDown = true;
    open.values().forEach(ExecutionEngine::end);
  }

  private void ended(ExecutionEngine engine, boolean stale) {
    open.remove(engine.id());
    slots.giveBack(engine.context().userId());
    (stale ? evicted : closed).increment();
  }
}
