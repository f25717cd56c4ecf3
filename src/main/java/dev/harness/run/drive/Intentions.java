package dev.harness.run.drive;

import dev.harness.pace.Arrivals;
import dev.harness.plan.LoadProfile;

/**
 * One lane's share of a load: every n-th operation, so that the shares of all lanes add up to the
 * load exactly. Stateless: the lane counts.
 */
sealed interface Intentions {
  /** There is no such operation. */
  long NEVER = Long.MAX_VALUE;

  /** Index, within the whole load, of the lane's operation number {@code n}. */
  long index(long n);

  /**
   * When the lane's operation number {@code n} is due, on the run's clock; {@link #NEVER} after the
   * last.
   */
  long dueNanos(long n, long now);

  /** Whether operations become due without regard to free slots. */
  boolean open();

  /** When the time of the load is over. */
  long endNanos();

  /**
   * Whether nothing more becomes due: neither the lane's operation number {@code n}, nor one after
   * it, and the time of an open load has passed.
   */
  boolean over(long n, long now);

  /** How long a slot stays empty after the operation of that index. */
  long pauseNanos(long index);

  static Intentions of(LoadProfile load, int lane, int lanes, long startNanos) {
    return load instanceof LoadProfile.Open open
        ? new OpenShare(open.arrivals(), lane, lanes, startNanos)
        : new ClosedShare((LoadProfile.Closed) load, lane, lanes, startNanos);
  }

  /** Due at times of their own. */
  record OpenShare(Arrivals arrivals, int lane, int lanes, long startNanos) implements Intentions {
    @Override
    public long index(long n) {
      return lane + n * lanes;
    }

    @Override
    public long dueNanos(long n, long now) {
      return index(n) < arrivals.count() ? startNanos + arrivals.nanosAt(index(n)) : NEVER;
    }

    @Override
    public boolean open() {
      return true;
    }

    @Override
    public long endNanos() {
      return startNanos + arrivals.durationNanos();
    }

    @Override
    public boolean over(long n, long now) {
      return index(n) >= arrivals.count() && now >= endNanos();
    }

    @Override
    public long pauseNanos(long index) {
      return 0;
    }
  }

  /** Due as soon as there is a slot: at present, whenever that is. */
  record ClosedShare(LoadProfile.Closed load, int lane, int lanes, long startNanos)
      implements Intentions {
    @Override
    public long index(long n) {
      return lane + n * lanes;
    }

    @Override
    public long dueNanos(long n, long now) {
      return over(n, now) ? NEVER : now;
    }

    @Override
    public boolean open() {
      return false;
    }

    @Override
    public long endNanos() {
      return startNanos + load.duration().toNanos();
    }

    @Override
    public boolean over(long n, long now) {
      return index(n) >= load.most() || now >= endNanos();
    }

    @Override
    public long pauseNanos(long index) {
      return load.thinkTime().nanosAfter(index);
    }
  }
}
