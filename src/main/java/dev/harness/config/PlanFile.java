package dev.harness.config;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.CapturedNames;
import dev.harness.plan.scenario.Plan;
import dev.harness.plan.scenario.Scenario;
import dev.harness.plan.scenario.TemplateGrammar;
import dev.harness.plan.scenario.Users;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plan files: services of the user's own, users and scenarios. */
public final class PlanFile {
  private static final List<String> KEYS =
      List.of("name", "targets", "users", "load", "warm_up", "scenarios", "thresholds");

  private PlanFile() {}

  /**
   * Reads a plan, and the files that it names.
   *
   * @param environment for {@code ${env:NAME}}
   * @throws InvalidFileException where it cannot be read or anything in it is wrong
   */
  public static Plan read(Path file, Map<String, String> environment) {
    Path directory = file.toAbsolutePath().getParent();
    return parse(
        file.toString(),
        SmallFile.read(file, "plan"),
        Notation.of(file),
        new Surroundings(directory == null ? Path.of("") : directory, environment));
  }

  static Plan parse(String file, byte[] text, Notation notation, Surroundings around) {
    var reader = new Reader(file);
    Fields plan = Fields.of(reader, "a plan", Document.parse(file, text, notation), KEYS);
    Optional<String> name = plan.required("name").flatMap(value -> reader.scalar("name", value));
    Users users = UsersSection.read(reader, plan.member("users"), around);
    var grammar = new TemplateGrammar(users, CapturedNames.NONE, around);
    List<NamedTarget<?>> targets =
        TargetsSection.read(reader, plan.required("targets"), grammar, around);
    List<MetricLimit> limits = LimitsList.read(reader, plan.member("thresholds"));
    List<Scenario> scenarios =
        new ScenariosSection(
                reader,
                new TargetNames(reader, targets),
                grammar,
                limits,
                SharedLoad.read(reader, plan))
            .read(plan.required("scenarios"));
    reader.throwIfInvalid();
    Optional<Plan> valid =
        reader.made(
            plan.at(),
            () ->
                new Plan(
                    name.orElseThrow(),
                    file,
                    users,
                    scenarios,
                    plan.has(SharedLoad.LOAD),
                    targets.stream().flatMap(target -> target.process().stream()).toList()));
    reader.throwIfInvalid();
    return valid.orElseThrow();
  }
}
