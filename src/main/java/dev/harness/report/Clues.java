package dev.harness.report;

import dev.harness.measure.Breach;
import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.plan.Profile;
import dev.harness.run.CheckResult;
import dev.harness.run.IsolationLog;
import dev.harness.run.RunRecord;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What else a run has seen that tells why a figure is as it is, and what to try. Each clue has the
 * figures that it follows from; where they tell nothing there is none.
 */
final class Clues {
  private static final double[] PERCENTILES = {0.5, 0.9, 0.95, 0.99, 0.999};

  /** So much more between two heap dumps can be found. */
  private static final double MEGABYTES_APART = 10;

  private final RunRecord record;
  private final CheckResult result;
  private final Judgement judgement;

  Clues(RunRecord record, CheckResult result, Judgement judgement) {
    this.record = record;
    this.result = result;
    this.judgement = judgement;
  }

  /** What a broken limit may come from. */
  List<String> ofTheBreach() {
    if (judgement.criterion().metric().equals(IsolationLog.BREACHES)) {
      return ofOthersThings();
    }
    return switch (judgement.criterion().metric().unit()) {
      case MILLISECONDS, NANOSECONDS, PER_SECOND ->
          load().map(load -> load.ofTime(record, result)).orElse(List.of());
      case PERCENT -> load().map(LoadClues::ofOutcomes).orElse(List.of());
      case KILOBYTES_PER_1K -> ofGrowth(1);
      case MEGABYTES_PER_1K -> ofGrowth(1_024);
      case MEGABYTES_PER_HOUR -> ofGrowthWithTime();
      default -> List.of();
    };
  }

  /** What became of what failed, and what would make something conclusive that is not. */
  List<String> ofWhatIsOpen() {
    return Stream.concat(ofWhatFailed().stream(), ofUncertainty().stream()).toList();
  }

  /** Of operations that did not complete there are no times, and their share is what it is. */
  private List<String> ofWhatFailed() {
    return switch (judgement.criterion().metric().unit()) {
      case MILLISECONDS, PERCENT -> load().map(LoadClues::ofOutcomes).orElse(List.of());
      default -> List.of();
    };
  }

  private List<String> ofUncertainty() {
    Optional<PhaseResult> late =
        result.phases().stream()
            .filter(
                phase -> phase.fitness().excuse().filter(judgement.reason()::equals).isPresent())
            .findFirst();
    if (late.isPresent()) {
      return LoadClues.ofLateness(late.get().strain());
    }
    return judgement.figure() instanceof Figure.Measured measured && moreWouldTell(measured)
        ? longer().stream().toList()
        : List.of();
  }

  /** Whether it is only open because there was little of it. */
  private boolean moreWouldTell(Figure.Measured figure) {
    boolean between = judgement.verdict() == Verdict.INCONCLUSIVE && figure.estimated();
    boolean tooFew = judgement.verdict() == Verdict.NO_DATA && figure.share();
    return between || tooFew;
  }

  /** A profile in which there is more of it. */
  private Optional<String> longer() {
    Profile now = record.plan().profile();
    return Stream.of(Profile.STANDARD, Profile.FULL)
        .filter(profile -> profile.compareTo(now) > 0)
        .filter(profile -> result.check().budget().in(profile).isPresent())
        .filter(
            profile -> !result.check().budget().in(profile).equals(result.check().budget().in(now)))
        .findFirst()
        .map(
            profile ->
                "there is more of it with --profile %s (it took %.0f s in %s)"
                    .formatted(profile.id(), result.seconds(), now.id()));
  }

  private List<String> ofOthersThings() {
    return result.findings().breaches().stream()
        .findFirst()
        .map(
            first ->
                "first %s saw what is %s's, in %s, after %.3f s: look for what that path keeps"
                        .formatted(
                            first.reader(),
                            first.owner(),
                            first.where(),
                            first.at().toNanos() / 1e9)
                    + (first.reader().equals(Breach.NOBODY)
                        ? " for whoever asks, whether they say who they are or not"
                        : " without a user: a field, a cache, a pooled connection"))
        .stream()
        .toList();
  }

  private List<String> ofGrowth(double kilobytesPerUnit) {
    if (!(judgement.figure() instanceof Figure.Measured slope) || !(slope.value() > 0)) {
      return List.of();
    }
    double kilobytesEach = slope.value() * kilobytesPerUnit / 1_000;
    return List.of(
        "%.3g KB stay of each (%.3g to %.3g at 95 %%): compare two heap dumps %,.0f of them apart,"
                .formatted(
                    kilobytesEach,
                    slope.lower() * kilobytesPerUnit / 1_000,
                    slope.upper() * kilobytesPerUnit / 1_000,
                    Math.ceil(MEGABYTES_APART * 1_024 / kilobytesEach))
            + " between which there are %.0f MB more".formatted(MEGABYTES_APART));
  }

  private List<String> ofGrowthWithTime() {
    return judgement.figure() instanceof Figure.Measured slope && slope.value() > 0
        ? List.of(
            "in a day that makes %,.0f MB: compare two heap dumps %.1f hours apart"
                .formatted(24 * slope.value(), MEGABYTES_APART / slope.value()))
        : List.of();
  }

  /** The load that the figure is of: the only one, or the only one that has just that value. */
  private Optional<LoadClues> load() {
    List<PhaseResult> candidates =
        result.phases().size() == 1
            ? result.phases()
            : result.phases().stream().filter(this::hasTheFigure).toList();
    return candidates.size() == 1
        ? Optional.of(new LoadClues(candidates.get(0)))
        : Optional.empty();
  }

  private boolean hasTheFigure(PhaseResult phase) {
    return judgement.figure() instanceof Figure.Measured measured
        && values(phase).anyMatch(value -> value == measured.value());
  }

  private static DoubleStream values(PhaseResult phase) {
    return DoubleStream.concat(
        DoubleStream.concat(values(phase.response()), values(phase.service())),
        DoubleStream.of(
            phase.counts().successPercent(), phase.counts().completed() / phase.seconds()));
  }

  private static DoubleStream values(Distribution times) {
    return DoubleStream.concat(
        DoubleStream.of(PERCENTILES).map(times::percentileMillis),
        DoubleStream.of(times.meanMillis(), times.maxMillis()));
  }
}
