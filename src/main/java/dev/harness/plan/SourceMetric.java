package dev.harness.plan;

import dev.harness.metric.Unit;
import java.time.Duration;
import java.util.Locale;

/**
 * What a source beside host and processes tells {@code harness monitor} of itself: a JVM from
 * inside, a PostgreSQL server, an endpoint with metrics, a service of one of its users. A source
 * tells some of it.
 */
public enum SourceMetric implements AlertMetric {
  /** Of the heap, garbage included. */
  HEAP_USED(Unit.MEGABYTES, Kind.LEVEL, Family.MEMORY),
  HEAP_COMMITTED(Unit.MEGABYTES, Kind.LEVEL, Family.MEMORY),
  /** Of the heap right after its last collection, which nobody asked for. */
  HEAP_AFTER_GC(Unit.MEGABYTES, Kind.LEVEL, Family.MEMORY),
  /** The same, of the most that the heap may have. */
  HEAP_FILLED(Unit.PERCENT, Kind.LEVEL, Family.MEMORY),
  DIRECT_MEMORY(Unit.MEGABYTES, Kind.LEVEL, Family.MEMORY),
  RESIDENT_MEMORY(Unit.MEGABYTES, Kind.LEVEL, Family.MEMORY),
  /** Collections of the heap. */
  GC_RATE(Unit.PER_SECOND, Kind.TOTAL, Family.CPU),
  /** Time for which collections held up everything else. */
  GC_TIME(Unit.PERCENT, Kind.TOTAL, Family.CPU),
  /** Length of the last such collection. */
  GC_PAUSE(Unit.MILLISECONDS, Kind.LEVEL, Family.CPU),
  /** Processor time, as the process itself counts it: 100 is one core. */
  REPORTED_CPU(Unit.PERCENT, Kind.TOTAL, Family.CPU),
  REPORTED_OPEN_FILES(Unit.COUNT, Kind.LEVEL, Family.FILES),
  THREADS(Unit.COUNT, Kind.LEVEL, Family.THREADS),
  THREADS_RUNNABLE(Unit.COUNT, Kind.LEVEL, Family.THREADS),
  THREADS_BLOCKED(Unit.COUNT, Kind.LEVEL, Family.THREADS),
  THREADS_WAITING(Unit.COUNT, Kind.LEVEL, Family.THREADS),
  GOROUTINES(Unit.COUNT, Kind.LEVEL, Family.THREADS),
  /** Connections of clients to a database, whatever they do. */
  DB_CONNECTIONS(Unit.COUNT, Kind.LEVEL, Family.DATABASE),
  DB_ACTIVE(Unit.COUNT, Kind.LEVEL, Family.DATABASE),
  DB_IDLE(Unit.COUNT, Kind.LEVEL, Family.DATABASE),
  DB_IDLE_IN_TRANSACTION(Unit.COUNT, Kind.LEVEL, Family.DATABASE),
  DB_COMMITS(Unit.PER_SECOND, Kind.TOTAL, Family.DATABASE),
  DB_ROLLBACKS(Unit.PER_SECOND, Kind.TOTAL, Family.DATABASE),
  DB_DEADLOCKS(Unit.PER_SECOND, Kind.TOTAL, Family.DATABASE),
  /** Blocks found in the server's buffers, of all that were asked for since the look before. */
  DB_CACHE_HITS(Unit.PERCENT, Kind.LEVEL, Family.DATABASE),
  /** Since the oldest transaction began that is still open. */
  DB_OLDEST_TRANSACTION(Unit.MILLISECONDS, Kind.LEVEL, Family.DATABASE),
  /** Of one user who is followed: requests that were answered well. */
  USER_REQUESTS(Unit.PER_SECOND, Kind.TOTAL, Family.USER),
  USER_FAILURES(Unit.PER_SECOND, Kind.TOTAL, Family.USER),
  USER_REFUSALS(Unit.PER_SECOND, Kind.TOTAL, Family.USER),
  /** Of the user's last answers, as the service itself measures them. */
  USER_LATENCY_P50(Unit.MILLISECONDS, Kind.LEVEL, Family.USER),
  USER_LATENCY_P95(Unit.MILLISECONDS, Kind.LEVEL, Family.USER),
  /** What the service holds for the user now. */
  USER_ENGINES(Unit.COUNT, Kind.LEVEL, Family.USER),
  USER_STREAMS(Unit.COUNT, Kind.LEVEL, Family.USER),
  USER_UNSENT_EVENTS(Unit.COUNT, Kind.LEVEL, Family.USER);

  /** How a figure is made of what was read. */
  public enum Kind {
    /** What was read is the figure. */
    LEVEL,
    /**
     * What was read only grows, and its growth in a second is the figure. Where that is a share of
     * time, in percent, seconds are read.
     */
    TOTAL
  }

  /** What it is about. */
  public enum Family {
    MEMORY,
    CPU,
    FILES,
    THREADS,
    DATABASE,
    USER;

    /** As reports write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Unit unit;
  private final Kind kind;
  private final Family family;

  SourceMetric(Unit unit, Kind kind, Family family) {
    this.unit = unit;
    this.kind = kind;
    this.family = family;
  }

  @Override
  public String id() {
    return AlertMetric.idOf(this);
  }

  @Override
  public Unit unit() {
    return unit;
  }

  public Kind kind() {
    return kind;
  }

  public Family family() {
    return family;
  }

  /** Whether it is one of the few by which it is told in a line how a source stands. */
  public boolean telling() {
    return switch (this) {
      case HEAP_USED, RESIDENT_MEMORY, GC_TIME, REPORTED_CPU, DB_CONNECTIONS, DB_COMMITS -> true;
      case USER_REQUESTS, USER_FAILURES, USER_LATENCY_P95, USER_ENGINES, USER_STREAMS -> true;
      default -> false;
    };
  }

  /** Its name in words. */
  public String words() {
    return id().replaceFirst("^(db|reported|user)_", "")
        .replaceFirst("^gc_", "GC_")
        .replaceFirst("^cpu$", "CPU")
        .replace('_', ' ');
  }

  /**
   * The figure that comes of what was read twice.
   *
   * @param seconds between the two; more than 0
   */
  public double perSecond(double before, double after, double seconds) {
    return (after - before) / seconds * (unit == Unit.PERCENT ? 100 : 1);
  }

  /** A deadlock is proved by the first sight of it. */
  @Override
  public Duration persistence() {
    return this == DB_DEADLOCKS ? Duration.ZERO : AlertMetric.ofWavering();
  }
}
