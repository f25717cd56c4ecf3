package dev.harness.cli;

import dev.harness.check.scenario.ScenarioCheck;
import dev.harness.config.InvalidFileException;
import dev.harness.config.PlanFile;
import dev.harness.config.ThresholdsFile;
import dev.harness.plan.Profile;
import dev.harness.plan.Ruleset;
import dev.harness.plan.Suite;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.ServingProcess;
import dev.harness.random.Seed;
import dev.harness.run.Check;
import dev.harness.run.RunId;
import dev.harness.run.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the checks of {@code harness run} are driven, and what they are judged by. */
@Command
final class PlanOptions {
  private static final Duration LONG_SOAK = Duration.ofHours(1);

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description =
          "A service of yours, and what to do to it: runs its scenarios, and of the suites that"
              + " come with it only those that are named.")
  private @Nullable Path plan;

  @Option(
      names = "--dry-run",
      fallbackValue = "true",
      description =
          "Of a plan: shows one pass through each scenario for one user, without load or verdict.")
  private boolean dryRun;

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description =
          "Of a plan that names none: the process of its service, on this machine. Its memory and"
              + " processor time are reported; limits and alert rules of --thresholds act on it.")
  private @Nullable Long pid;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "standard",
      converter = ProfileOption.class,
      completionCandidates = Candidates.Profiles.class,
      description =
          "How much load and time: quick (a minute), standard (five), full (25), soak (as long as"
              + " --duration says).")
  private Profile profile = Profile.STANDARD;

  @Option(
      names = "--thresholds",
      paramLabel = "FILE",
      description = "Limits to judge by; those it does not name keep their defaults.")
  private @Nullable Path thresholds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = SeedOption.class,
      description =
          "The same loads come of the same whole number: arrivals, pauses, the order of users."
              + " Without it, each run has another.")
  private Seed seed = SeedOption.random();

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      converter = DurationOption.class,
      description =
          "How long a soak (stability/soak) goes on: 10s to 72h. Without it an hour in the profile"
              + " soak, else a minute.")
  private @Nullable Duration duration;

  @Option(
      names = "--abort-on-breach",
      fallbackValue = "true",
      description =
          "A critical alert that fires ends the run: what was measured is reported, and the run has"
              + " failed.")
  private boolean abortOnBreach;

  /**
   * What the user's plan asks for, if there is one.
   *
   * @throws InvalidFileException where it cannot be read or anything in it is wrong
   * @throws UsageException where it names a process, and so does {@code --pid}
   */
  Optional<Plan> file() {
    return Optional.ofNullable(plan).map(file -> served(PlanFile.read(file, System.getenv())));
  }

  private Plan served(Plan file) {
    if (pid == null) {
      return file;
    }
    if (!file.processes().isEmpty()) {
      throw new UsageException("--pid: the plan says itself which process is behind its targets");
    }
    return file.servedBy(ServingProcess.ofAll(pid));
  }

  /**
   * The plan to be gone through once, if that is all that is wanted.
   *
   * @throws UsageException where there is no plan to go through
   */
  Optional<Plan> onlyTried(Optional<Plan> file) {
    if (dryRun && file.isEmpty()) {
      throw new UsageException("--dry-run: there is no plan to go through; give one with --plan");
    }
    return file.filter(any -> dryRun);
  }

  /**
   * The process that stands for the target, if there is one on this machine, and no other. Rules
   * act on that.
   *
   * @throws UsageException where it is not there, or the checks start targets of their own
   */
  OptionalLong process(RunPlan run, Optional<Plan> file) {
    boolean ofPlan = run.checks().stream().allMatch(check -> check.id().suite() == Suite.PLAN);
    if (pid != null && !ofPlan) {
      throw new UsageException(
          "--pid is of the service of a plan; the checks of other suites start their own");
    }
    if (pid != null && ProcessHandle.of(pid).isEmpty()) {
      throw new UsageException("--pid: there is no process " + pid);
    }
    List<ServingProcess> all = file.map(Plan::processes).orElse(List.of());
    return ofPlan && all.size() == 1 && all.get(0).seen() instanceof ServingProcess.ByPid its
        ? OptionalLong.of(its.pid())
        : OptionalLong.empty();
  }

  /** The checks of a plan; those alert by rules that the user gave, and no others. */
  List<Check> checks(Plan file) {
    return ScenarioCheck.of(
        file,
        Optional.ofNullable(thresholds)
            .map(own -> ThresholdsFile.read(own).thresholds().keysFrom(own.toString())));
  }

  /**
   * The plan for these checks.
   *
   * @throws UsageException where none of them is in the profile, or a soak is asked for that cannot
   *     be
   */
  RunPlan plan(Selection selection) {
    Ruleset ruleset = ThresholdsFile.readOrShipped(thresholds);
    RunPlan run = plan(selection, ruleset);
    if (run.checks().isEmpty()) {
      throw new UsageException("no check is in profile " + profile.id());
    }
    if (duration != null && run.checks().stream().noneMatch(check -> check.budget().soaks())) {
      throw new UsageException(
          "--duration is for a soak, and none is selected; add --profile soak or --check"
              + " stability/soak");
    }
    return run;
  }

  private RunPlan plan(Selection selection, Ruleset ruleset) {
    try {
      return new RunPlan(
          RunId.random(),
          seed,
          profile,
          selection.checks(),
          selection.named(),
          ruleset,
          abortOnBreach,
          duration == null ? usualSoak() : duration);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--duration: " + e.getMessage());
    }
  }

  private Duration usualSoak() {
    return profile == Profile.SOAK ? LONG_SOAK : RunPlan.SHORT_SOAK;
  }
}
