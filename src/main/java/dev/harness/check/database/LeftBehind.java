package dev.harness.check.database;

import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.metric.Unit;
import dev.harness.run.Findings;
import dev.harness.run.port.DatabaseTarget.Held;
import java.util.List;

/**
 * What sessions of a pool still hold while nobody works with them: each is told by who left it.
 *
 * @param held open transactions and advisory locks
 */
record LeftBehind(List<Held> held) {
  static final Metric TRANSACTIONS =
      new Metric(
          "transactions_left_open",
          Unit.COUNT,
          "sessions idle in a transaction after the last has ended");
  static final Metric LOCKS =
      new Metric(
          "advisory_locks_left", Unit.COUNT, "advisory locks that sessions still hold at the end");

  private static final int MOST_TOLD = 5;
  private static final int LONGEST_QUERY = 80;

  /** The findings with the counts, and the first of them in words. */
  Findings addTo(Findings findings) {
    Findings counted =
        findings
            .with(TRANSACTIONS, Figure.of(count(Held.Kind.TRANSACTION)))
            .with(LOCKS, Figure.of(count(Held.Kind.ADVISORY_LOCK)));
    for (Held one : held.subList(0, Math.min(MOST_TOLD, held.size()))) {
      counted = counted.note(words(one));
    }
    return counted;
  }

  private double count(Held.Kind kind) {
    return held.stream().filter(one -> one.kind() == kind).count();
  }

  private static String words(Held one) {
    String query = one.query().replaceAll("\\s+", " ");
    return "left behind: %s of %s (pid %d) since %s, last statement: %s"
        .formatted(
            one.kind().words(),
            one.application(),
            one.pid(),
            one.since(),
            query.length() > LONGEST_QUERY ? query.substring(0, LONGEST_QUERY) + " …" : query);
  }
}
