package dev.harness.own;

import dev.harness.api.Load;
import dev.harness.api.OwnCheck;
import dev.harness.api.OwnMetric;
import dev.harness.api.User;
import dev.harness.api.Work;
import dev.harness.check.scenario.Promises;
import dev.harness.measure.Figure;
import dev.harness.measure.Outcome;
import dev.harness.measure.Resolution;
import dev.harness.plan.CheckId;
import dev.harness.plan.LoadProfile;
import dev.harness.plan.MetricLimit;
import dev.harness.plan.Suite;
import dev.harness.plan.threshold.Thresholds.Limit;
import dev.harness.run.Budget;
import dev.harness.run.Check;
import dev.harness.run.Findings;
import dev.harness.run.Rig;
import dev.harness.run.drive.Attempt;
import dev.harness.run.drive.Operation;
import dev.harness.run.drive.Phase;
import dev.harness.run.drive.PhaseResult;
import dev.harness.verdict.Criterion;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** A check of a user's own, driven and judged like any other. Asked for what it is only once. */
final class LoadedCheck implements Check {
  private static final Duration START_AND_END = Duration.ofSeconds(2);

  /** Operations of an open load that are under way at once, at the most. */
  private static final int SLOTS = 1_000;

  private final OwnCheck own;
  private final CheckId id;
  private final String about;
  private final Load load;
  private final Promises promises;
  private final List<OwnMetric> metrics;
  private final List<Criterion> criteria;
  private final String broughtBy;

  /**
   * @throws RuntimeException where what it says of itself cannot be
   */
  LoadedCheck(OwnCheck own, String broughtBy) {
    String origin = own.getClass().getSimpleName();
    this.own = own;
    this.id = new CheckId(Suite.OWN, own.name());
    this.about = own.about();
    this.load = own.load();
    this.promises = new Promises(own.promises().stream().map(MetricLimit::parse).toList(), origin);
    this.metrics = List.copyOf(own.metrics());
    this.criteria =
        Stream.of(
                promises.stated().stream(),
                metrics.stream().flatMap(metric -> judged(metric, origin)),
                promises.inAnyCase().stream())
            .flatMap(each -> each)
            .toList();
    this.broughtBy = broughtBy;
    requireNamedOnce();
  }

  private void requireNamedOnce() {
    List<String> ids = metrics.stream().map(metric -> metric.metric().id()).toList();
    Stream<String> figures = promises.metrics().stream().map(metric -> metric.id());
    List<String> all = Stream.concat(ids.stream(), figures).toList();
    ids.stream()
        .filter(name -> all.indexOf(name) != all.lastIndexOf(name))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new IllegalArgumentException("two metrics are called \"%s\"".formatted(twice));
            });
  }

  private static Stream<Criterion> judged(OwnMetric metric, String origin) {
    return metric.judgedBy().stream()
        .map(
            limit ->
                Criterion.stated(metric.metric(), limit.bound(), new Limit(limit.value(), origin)));
  }

  @Override
  public CheckId id() {
    return id;
  }

  @Override
  public String load() {
    return about;
  }

  @Override
  public Budget budget() {
    Duration time = load.warmUp().plus(load.shape().duration()).plus(START_AND_END);
    return Budget.ofPlan((int) time.toSeconds());
  }

  @Override
  public List<Criterion> criteria() {
    return criteria;
  }

  @Override
  public boolean overloads() {
    return promises.allowMoreFailures();
  }

  @Override
  public Optional<String> broughtBy() {
    return Optional.of(broughtBy);
  }

  @Override
  public Findings run(Rig rig) {
    try (Work work = own.begin()) {
      if (!load.warmUp().isZero()) {
        rig.warmUp(phase(rig, load.shape().warmUp(load.warmUp(), SLOTS), work));
      }
      PhaseResult result =
          rig.drive(phase(rig, load.shape().measured(SLOTS, rig.seed("arrivals")), work));
      Findings findings = promises.figures(result);
      for (OwnMetric metric : metrics) {
        findings = findings.with(metric.metric(), figure(work.measured(metric)));
      }
      return findings;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CompletionException("%s: %s".formatted(id, e.getMessage()), e);
    }
  }

  private static Figure figure(double value) {
    return Double.isFinite(value)
        ? Figure.of(value)
        : Figure.missing("the check did not measure it");
  }

  private Phase phase(Rig rig, LoadProfile profile, Work work) {
    Operation once = attempt -> once(rig, work, attempt);
    return new Phase(
        id.name(), profile, rig.users(load.users()), Resolution.MICROSECONDS, load.timeout(), once);
  }

  private static Future<Outcome> once(Rig rig, Work work, Attempt attempt) {
    var user = new User(attempt.context(), rig.isolation().canaryOf(attempt.context().userId()));
    return Future.fromCompletionStage(work.once(user))
        .map(
            answer -> {
              if (answer instanceof CharSequence text) {
                rig.isolation().own(attempt.context(), "answer", text.toString());
              }
              return Outcome.COMPLETED;
            })
        .recover(cause -> Future.failedFuture(unwrapped(cause)));
  }

  /** What a stage's own step threw comes wrapped. */
  private static Throwable unwrapped(Throwable cause) {
    Throwable inner = cause instanceof CompletionException ? cause.getCause() : null;
    return inner == null ? cause : inner;
  }
}
