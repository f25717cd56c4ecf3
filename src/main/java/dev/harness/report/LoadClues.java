package dev.harness.report;

import dev.harness.measure.Counts;
import dev.harness.measure.Distribution;
import dev.harness.measure.Strain;
import dev.harness.plan.LoadProfile.Kind;
import dev.harness.run.CheckResult;
import dev.harness.run.CheckTimeline;
import dev.harness.run.RunRecord;
import dev.harness.run.UseSample;
import dev.harness.run.drive.PhaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one load tells of where its time went, and of what became of its operations. */
record LoadClues(PhaseResult load) {
  /** Beyond this part of the response time, waiting is what there is to be won. */
  private static final double MOST_IS_WAITING = 0.5;

  private static final double LONG_TAIL = 5;
  private static final double NO_TAIL = 2;

  /** Of all processors together. */
  private static final double NEARLY_ALL = 0.85;

  /** Of one processor. */
  private static final double HARDLY_ANY = 0.25;

  /** What explains lateness, in percent of the time. */
  private static final double TELLING_PERCENT = 5;

  private static final double BUSY_LOOP_PERCENT = 80;

  /** Why it took so long, or came so slowly. */
  List<String> ofTime(RunRecord record, CheckResult result) {
    var clues = new ArrayList<String>();
    waiting().ifPresent(clues::add);
    tail().ifPresent(clues::add);
    record
        .timeline(result.check().id())
        .flatMap(timeline -> processors(timeline, record.host().logicalCpus()))
        .ifPresent(clues::add);
    return clues;
  }

  /** A closed load does not see what waits. */
  private Optional<String> waiting() {
    double response = load.response().percentileMillis(0.95);
    double waits = response - load.service().percentileMillis(0.95);
    return load.kind() != Kind.CLOSED && waits > MOST_IS_WAITING * response
        ? Optional.of(
            "%s of %s at P95 are waiting for one of the %,d that were under way at once: a pool or"
                    .formatted(millis(waits), millis(response), load.peakInFlight())
                + " a number of connections that is too small for this rate")
        : Optional.empty();
  }

  private Optional<String> tail() {
    Distribution times = load.service();
    double half = times.percentileMillis(0.5);
    double late = times.percentileMillis(0.99);
    if (times.count() < Distribution.samplesNeeded(0.99) || !(half > 0)) {
      return Optional.empty();
    }
    String spread =
        "service time P99 is %s, %.1f times P50 (%s): "
            .formatted(millis(late), late / half, millis(half));
    if (late > LONG_TAIL * half) {
      return Optional.of(
          spread + "few wait long, most do not: look for locks, collections, a pool that runs out");
    }
    return late < NO_TAIL * half
        ? Optional.of(spread + "all are slow alike: profile what each of them does")
        : Optional.empty();
  }

  /** Who used the processors, at most, between two samples. */
  private static Optional<String> processors(CheckTimeline timeline, int processors) {
    var most = new TreeMap<String, Double>();
    timeline.use().stream()
        .flatMap(sample -> sample.processes().keySet().stream())
        .distinct()
        .forEach(
            role ->
                UseSample.cores(timeline.use(), role).stream()
                    .filter(Double::isFinite)
                    .max(Double::compare)
                    .ifPresent(cores -> most.put(role, cores)));
    if (most.isEmpty() || processors == 0) {
      return Optional.empty();
    }
    double all = most.values().stream().mapToDouble(Double::doubleValue).sum();
    String told =
        most.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .map(role -> "%s %.2f".formatted(role.getKey(), role.getValue()))
                .collect(Collectors.joining(", "))
            + " of %d processors at the most".formatted(processors);
    if (all > NEARLY_ALL * processors) {
      return Optional.of(told + ": there are no more, so give it some, or profile the first");
    }
    return all < HARDLY_ANY
        ? Optional.of(
            told + ": it waits for something and computes little, so look at what it calls")
        : Optional.empty();
  }

  /** What became of those that did not complete. */
  List<String> ofOutcomes() {
    Counts counts = load.counts();
    long lost = counts.due() - counts.completed();
    if (lost == 0) {
      return List.of();
    }
    var clues = new ArrayList<String>();
    load.total().reasons().entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .ifPresent(
            most ->
                clues.add(
                    "%,d of %,d that did not complete ended with %s"
                        .formatted(most.getValue(), lost, most.getKey())));
    told(counts.refused(), lost, "were refused: it has less room than was asked for", clues);
    told(counts.timedOut(), lost, "had no answer in time: look for what holds them", clues);
    told(counts.expired(), lost, "could not be sent in time, because nothing was free", clues);
    told(counts.dropped(), lost, "the generator dropped: the target never saw them", clues);
    load.total().failures().stream()
        .findFirst()
        .ifPresent(
            first ->
                clues.add(
                    "the first is %s of %s, after %.3f s: look into the log of the target there"
                        .formatted(first.operation(), first.user(), first.at().toNanos() / 1e9)));
    return clues;
  }

  private static void told(long some, long all, String what, List<String> clues) {
    if (some > 0) {
      clues.add("%,d of %,d %s".formatted(some, all, what));
    }
  }

  /** What would have a generator be on time that was late. */
  static List<String> ofLateness(Strain strain) {
    var clues = new ArrayList<String>();
    if (strain.stolenPercent() > TELLING_PERCENT) {
      clues.add("take a machine that is not shared");
    }
    if (strain.throttledPercent() > TELLING_PERCENT) {
      clues.add("raise the quota of its container");
    }
    if (strain.loopWaitPercent() > TELLING_PERCENT) {
      clues.add("let nothing else compute on this machine meanwhile");
    }
    if (strain.loopPercent() > BUSY_LOOP_PERCENT) {
      clues.add("one event loop can do no more: ask for less, or give the harness more processors");
    }
    if (100 * strain.pauseSeconds() > TELLING_PERCENT * strain.seconds()) {
      clues.add("give the harness more heap, with java -Xmx");
    }
    return clues;
  }

  private static String millis(double value) {
    return "%.3g ms".formatted(value);
  }
}
