package dev.harness.run;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.time.Ticker;
import dev.harness.user.Canaries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What users of a check got to see, looked through for what is not theirs. Each look is a probe.
 * Used by all event loops at once.
 */
public final class IsolationLog {
  /** What somebody saw that was another's. */
  public static final Metric BREACHES =
      new Metric("isolation_breaches", Unit.COUNT, "times a user got to see what is another's");

  /** Looks that were taken: what the verdict rests on. */
  public static final Metric PROBES =
      new Metric(
          "isolation_probes", Unit.COUNT, "answers, events and rows that were looked through");

  /** What none of them having been a breach proves. */
  public static final Metric BOUND =
      new Metric(
          "isolation_breach_rate_bound",
          Unit.PERCENT,
          "highest breach rate that n clean probes leave possible: 1 - 0.05^(1/n), at 95 %");

  /** The first tell where to look; all are counted. */
  private static final int MOST_KEPT = 20;

  private final Canaries canaries;
  private final Ticker ticker;
  private final long startNanos;
  private final AtomicLong probes = new AtomicLong();
  private final AtomicLong breaches = new AtomicLong();
  private final List<Breach> first = new ArrayList<>();

  public IsolationLog(Canaries canaries, Ticker ticker) {
    this.canaries = canaries;
    this.ticker = ticker;
    this.startNanos = ticker.nanoTime();
  }

  public Canaries canaries() {
    return canaries;
  }

  /**
   * Looks through what a user was given.
   *
   * @param reader the user, or {@link Breach#NOBODY}, whose own nothing is
   * @param operation what was asked, as {@code request 17}
   * @param where the text comes from, as {@code response body}
   * @return whether there is nothing of others in it
   */
  public boolean clean(String reader, String operation, String where, String text) {
    probes.incrementAndGet();
    List<String> strangers = canaries.strangersIn(text, reader);
    strangers.forEach(owner -> breach(reader, owner, operation, where));
    return strangers.isEmpty();
  }

  /**
   * Looks at whether a user who asked for another's thing got exactly what there is for a thing
   * that does not exist.
   */
  public boolean same(
      String reader, String owner, String operation, String answer, String answerForNothing) {
    probes.incrementAndGet();
    boolean told = !answer.equals(answerForNothing);
    if (told) {
      breach(reader, owner, operation, "an answer unlike that for what does not exist");
    }
    return !told;
  }

  private void breach(String reader, String owner, String operation, String where) {
    breaches.incrementAndGet();
    var at = Duration.ofNanos(ticker.nanoTime() - startNanos);
    synchronized (first) {
      if (first.size() < MOST_KEPT) {
        first.add(new Breach(at, reader, owner, operation, where));
      }
    }
  }

  /** The findings with what was seen here. */
  public Findings addTo(Findings findings) {
    long looks = probes.get();
    synchronized (first) {
      return findings
          .with(BREACHES, looks == 0 ? none() : Figure.of((double) breaches.get(), looks))
          .with(PROBES, Figure.of((double) looks, looks))
          .with(BOUND, bound(looks, breaches.get()))
          .with(first);
    }
  }

  /** With n clean probes, a rate of 1 − 0.05^(1/n) would have shown itself in 95 of 100 runs. */
  static Figure bound(long probes, long breaches) {
    if (breaches > 0) {
      return Figure.missing("there were breaches");
    }
    return probes == 0 ? none() : Figure.of(100 * (1 - Math.pow(0.05, 1.0 / probes)), probes);
  }

  private static Figure none() {
    return Figure.missing("nothing was looked through");
  }
}
