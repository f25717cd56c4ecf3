package dev.harness.run;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.plan.threshold.Bound;
import dev.harness.plan.threshold.Thresholds;
import dev.harness.time.Ticker;
import dev.harness.user.Canaries;
import dev.harness.user.UserExecutionContext;
import dev.harness.verdict.Criterion;
import dev.harness.verdict.Evaluator;
import dev.harness.verdict.Judgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What users of a check got to see, looked through for what is not theirs. A look that could have
 * shown a breach is a probe. Used by all event loops at once.
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

  /** Nobody may see anything of anybody else's, in whichever check. */
  public static final Criterion NO_BREACH = Criterion.fixed(BREACHES, Bound.AT_MOST, 0);

  /** The first tell where to look; all are counted. */
  private static final int MOST_KEPT = 20;

  private final Canaries canaries;
  private final Ticker ticker;
  private final long startNanos;
  private final LongAdder probes = new LongAdder();
  private final LongAdder breaches = new LongAdder();
  private final List<Breach> first = new ArrayList<>();
  private final Consumer<Breach> seen;

  /** One whose breaches are told at the end alone. */
  public IsolationLog(Canaries canaries, Ticker ticker) {
    this(canaries, ticker, breach -> {});
  }

  /**
   * @param seen told of the first breaches as they are seen, on whichever thread sees them
   */
  IsolationLog(Canaries canaries, Ticker ticker, Consumer<Breach> seen) {
    this.canaries = canaries;
    this.ticker = ticker;
    this.seen = seen;
    this.startNanos = ticker.nanoTime();
  }

  /** The secret that a user sends along, and that nobody else may get to see. */
  public String canaryOf(String user) {
    return canaries.of(user);
  }

  /**
   * Looks through what came back to a user for something of their own. What has nobody's canary in
   * it, such as a refusal, proves nothing and is no probe.
   *
   * @param where the text comes from, as {@code answer to POST /requests}
   * @return whether the user's own canary is in it, and nobody else's
   */
  public boolean own(UserExecutionContext reader, String where, String text) {
    String user = reader.userId();
    if (canaries.onlyOf(user, text)) {
      probes.increment();
      return true;
    }
    Set<String> owners = canaries.ownersIn(text);
    if (owners.isEmpty()) {
      return false;
    }
    probes.increment();
    return onlyOwn(reader, reader.requestId(), where, owners);
  }

  private boolean onlyOwn(
      UserExecutionContext reader, String operation, String where, Set<String> owners) {
    boolean only = true;
    for (String owner : owners) {
      if (!owner.equals(reader.userId())) {
        breach(reader.userId(), owner, operation, where);
        only = false;
      }
    }
    return only;
  }

  /**
   * Looks through what came back to a user, of which nobody knows whether their own should be in
   * it: each look is a probe.
   *
   * @param operation what was asked, as {@code request-17}
   * @return whether there is nothing of others in it
   */
  public boolean clean(UserExecutionContext reader, String operation, String where, String text) {
    probes.increment();
    return onlyOwn(reader, operation, where, canaries.ownersIn(text));
  }

  /**
   * Looks through what somebody got who said not who they are: whatever it is, it must be nobody's.
   *
   * @param operation what was asked, as {@code request-17}
   * @return whether there is nobody's canary in it
   */
  public boolean nobodys(String operation, String where, String text) {
    probes.increment();
    Set<String> owners = canaries.ownersIn(text);
    owners.forEach(owner -> breach(Breach.NOBODY, owner, operation, where));
    return owners.isEmpty();
  }

  /**
   * Looks at whose something is that must be nobody's, as a connection is while it is in a pool.
   *
   * @param owner empty where it is nobody's
   * @return whether it is nobody's
   */
  public boolean unowned(String operation, String where, String owner) {
    probes.increment();
    if (!owner.isEmpty()) {
      breach(Breach.NOBODY, owner, operation, where);
    }
    return owner.isEmpty();
  }

  /**
   * Looks at in whose context a user's work goes on.
   *
   * @param owner the user of that context
   */
  public void ownContext(UserExecutionContext reader, String where, String owner) {
    probes.increment();
    if (!owner.equals(reader.userId())) {
      breach(reader.userId(), owner, reader.requestId(), where);
    }
  }

  /**
   * Looks at whether a user who asked for another's thing got exactly what there is for a thing
   * that does not exist.
   *
   * @param owner whose thing it is
   */
  public boolean asIfAbsent(
      UserExecutionContext reader, String owner, String where, String answer, String absent) {
    probes.increment();
    boolean told = !answer.equals(absent);
    if (told) {
      breach(reader.userId(), owner, reader.requestId(), where);
    }
    return !told;
  }

  private void breach(String reader, String owner, String operation, String where) {
    breaches.increment();
    var at = Duration.ofNanos(ticker.nanoTime() - startNanos);
    var breach = new Breach(at, reader, owner, operation, where);
    synchronized (first) {
      if (first.size() == MOST_KEPT) {
        return;
      }
      first.add(breach);
    }
    seen.accept(breach);
  }

  /** What was seen in a check that was cut off: so many breaches at least. */
  static Findings cutOff(List<Breach> seen) {
    return seen.isEmpty()
        ? Findings.NONE
        : Findings.NONE.with(BREACHES, Figure.of(seen.size())).with(seen);
  }

  /**
   * What breaches alone amount to, where a check has no figures of its own; nothing without any.
   */
  static List<Judgement> judge(Findings seen) {
    return seen.breaches().isEmpty()
        ? List.of()
        : new Evaluator(new Thresholds(Map.of())).judge(List.of(NO_BREACH), seen.figures());
  }

  /** The findings with what was seen here; as they are where nothing was looked through. */
  public Findings addTo(Findings findings) {
    long looks = probes.sum();
    long seen = breaches.sum();
    if (looks == 0 && seen == 0) {
      return findings;
    }
    Figure bound = bound(looks, seen);
    if (bound instanceof Figure.Measured most) {
      findings =
          findings.note(
              "no breach in %,d probes: more than one in %,.0f would have shown, at 95 %%"
                  .formatted(looks, 100 / most.value()));
    }
    synchronized (first) {
      return findings
          .with(BREACHES, Figure.of((double) seen, looks))
          .with(PROBES, Figure.of((double) looks, looks))
          .with(BOUND, bound)
          .with(first);
    }
  }

  /** With n clean probes, a rate of 1 − 0.05^(1/n) would have shown itself in 95 of 100 runs. */
  static Figure bound(long probes, long breaches) {
    return breaches > 0
        ? Figure.missing("there were breaches")
        : Figure.of(100 * (1 - Math.pow(0.05, 1.0 / probes)), probes);
  }
}
