package dev.harness.report;

import dev.harness.measure.Figure;
import dev.harness.plan.Suite;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code junit.xml}, for what reads test results: a suite for each suite, a case for each check,
 * its figures as properties, and the reason where it did not pass. What is no pass is a failure or
 * an error, however it came about: nothing that could not be concluded is shown green.
 */
public final class JUnitReport {
  private static final String RUN = "run";

  private final RunRecord record;
  private final NumberText numbers;

  private JUnitReport(RunRecord record) {
    this.record = record;
    this.numbers = NumberText.of(record);
  }

  /**
   * Writes it to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void write(RunRecord record, Path file) throws IOException {
    WholeFile.write(file, text(record));
  }

  static String text(RunRecord record) {
    return JUnitXml.text(new JUnitReport(record).suites());
  }

  /**
   * Cases under one name.
   *
   * @param timestamp when the run began
   */
  record TestSuite(
      String name, String timestamp, Map<String, String> properties, List<TestCase> cases) {}

  /**
   * One of them.
   *
   * @param verdict passed, where it is {@link Verdict#PASS}; skipped, where it did not run
   * @param figures by metric and unit, as plain numbers: what a program can read
   * @param reasons why it is no pass
   */
  record TestCase(
      String suite,
      String name,
      double seconds,
      Verdict verdict,
      Map<String, String> figures,
      List<String> reasons) {}

  private List<TestSuite> suites() {
    var suites = new ArrayList<TestSuite>();
    suites.add(suite(RUN, List.of(wholeRun())));
    Map<Suite, List<TestCase>> cases = new TreeMap<>();
    record.results().forEach(result -> add(cases, result.check(), of(result)));
    record.notRun().forEach(check -> add(cases, check, cutOff(check)));
    record.plan().left().forEach(check -> add(cases, check, notInProfile(check)));
    cases.forEach((suite, its) -> suites.add(suite(suite.id(), its)));
    return suites;
  }

  private static void add(Map<Suite, List<TestCase>> cases, Check check, TestCase one) {
    cases.computeIfAbsent(check.id().suite(), suite -> new ArrayList<>()).add(one);
  }

  private TestSuite suite(String name, List<TestCase> cases) {
    return new TestSuite(
        name,
        record.started().toString(),
        Map.of(
            "run_id", record.plan().runId(),
            "profile", record.plan().profile().id(),
            "seed", Long.toString(record.plan().seed().value())),
        cases);
  }

  /** What no check answers for: alerts, overall success, an interruption, the harness itself. */
  private TestCase wholeRun() {
    List<Reason> reasons = Reason.ofTheRun(record, numbers);
    Verdict verdict =
        reasons.isEmpty()
            ? Verdict.PASS
            : Verdict.of(reasons.stream().map(Reason::verdict).toList());
    return new TestCase(RUN, "as-a-whole", record.seconds(), verdict, Map.of(), texts(reasons));
  }

  private TestCase of(CheckResult result) {
    return new TestCase(
        result.check().id().suite().id(),
        result.check().id().name(),
        result.seconds(),
        result.verdict(),
        figures(result),
        texts(Reason.of(result, numbers)));
  }

  private static TestCase cutOff(Check check) {
    return untold(check, Verdict.NO_DATA, "the run was cut short before it began");
  }

  private static TestCase notInProfile(Check check) {
    return untold(check, Verdict.NOT_RUN, "it is not in this profile");
  }

  private static TestCase untold(Check check, Verdict verdict, String reason) {
    return new TestCase(
        check.id().suite().id(), check.id().name(), 0, verdict, Map.of(), List.of(reason));
  }

  private static List<String> texts(List<Reason> reasons) {
    return reasons.stream().map(Reason::text).toList();
  }

  private static Map<String, String> figures(CheckResult result) {
    return result.findings().figures().entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Figure.Measured)
        .collect(
            Collectors.toMap(
                entry -> name(entry.getKey().id(), entry.getKey().unit().symbol()),
                entry -> Double.toString(((Figure.Measured) entry.getValue()).value()),
                (one, other) -> one,
                TreeMap::new));
  }

  private static String name(String metric, String unit) {
    return unit.isEmpty() ? metric : "%s [%s]".formatted(metric, unit);
  }
}
