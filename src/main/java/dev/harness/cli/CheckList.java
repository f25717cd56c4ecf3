package dev.harness.cli;

import dev.harness.plan.Profile;
import dev.harness.run.Check;
import dev.harness.verdict.Criterion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code run --list} prints. */
final class CheckList {
  private CheckList() {}

  static List<String> lines(List<Check> checks) {
    var lines = new ArrayList<String>();
    for (Check check : checks) {
      lines.add("%-36s %s [%s]".formatted(check.id(), check.load(), profiles(check)));
      lines.add(
          "    judged on "
              + check.criteria().stream().map(Criterion::name).collect(Collectors.joining(", ")));
    }
    return lines;
  }

  private static String profiles(Check check) {
    return Arrays.stream(Profile.values())
        .filter(profile -> check.budget().in(profile).isPresent())
        .map(Profile::id)
        .collect(Collectors.joining(", "));
  }
}
