package dev.harness.config;

import static dev.harness.config.BranchSection.IF;
import static dev.harness.config.LoopSection.LOOP;
import static dev.harness.config.SqlSection.SQL;
import static dev.harness.config.SqlSection.TRANSACTION;
import static dev.harness.config.StreamSection.AWAIT;
import static dev.harness.config.StreamSection.CLOSE;
import static dev.harness.config.StreamSection.CONNECT;
import static dev.harness.config.StreamSection.SEND;
import static dev.harness.config.StreamSection.STAY;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Group;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Sql;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.TemplateGrammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code steps} of a scenario. What one captures, those after it may use. */
final class StepsSection {
  private static final String REQUEST = "request";
  private static final String PAUSE = "pause";
  private static final String GROUP = "group";
  private static final List<String> KINDS =
      List.of(REQUEST, PAUSE, CONNECT, SEND, AWAIT, STAY, CLOSE, SQL, TRANSACTION, GROUP, LOOP, IF);

  private final Reader reader;
  private final TargetNames targets;
  private final TemplateGrammar grammar;
  private final Progress progress = new Progress();
  private final StreamSection streams;
  private final LoopSection loops;
  private final BranchSection branches;

  StepsSection(Reader reader, TargetNames targets, TemplateGrammar grammar) {
    this.reader = reader;
    this.targets = targets;
    this.grammar = grammar;
    this.streams = new StreamSection(reader, targets, progress);
    this.loops = new LoopSection(reader, this);
    this.branches = new BranchSection(reader, this);
  }

  Progress progress() {
    return progress;
  }

  /** That of the step to be read next. */
  TemplateGrammar grammar() {
    return grammar.with(progress.names());
  }

  /**
   * All steps; nothing where any of them is wrong.
   *
   * @param name what messages call them
   */
  Optional<List<Step>> read(String name, Located value) {
    var steps = new ArrayList<Step>();
    boolean whole = value instanceof Located.Sequence;
    for (Located item : reader.items(name, value, "objects")) {
      Optional<? extends Step> step = step(item);
      step.ifPresent(steps::add);
      whole &= step.isPresent();
    }
    return whole ? Optional.of(steps) : Optional.empty();
  }

  private Optional<? extends Step> step(Located item) {
    Map<String, Located.Member> members = reader.members("a step", item);
    List<String> kinds = KINDS.stream().filter(members::containsKey).toList();
    if (kinds.size() != 1) {
      reader.problem(item.at(), "a step has one of: " + String.join(", ", KINDS));
      return Optional.empty();
    }
    return switch (kinds.get(0)) {
      case REQUEST -> request(item);
      case CONNECT -> streams.connect(item, grammar());
      case SEND -> streams.send(item, grammar());
      case AWAIT -> streams.await(item, grammar());
      case STAY -> streams.stay(item, grammar());
      case CLOSE -> streams.close(item);
      case SQL, TRANSACTION -> sql(kinds.get(0), item);
      case GROUP -> group(item);
      case LOOP -> loops.read(item);
      case IF -> branches.read(item);
      default -> pause(item);
    };
  }

  private Optional<Step> pause(Located item) {
    Fields step = Fields.of(reader, "a pause", item, List.of(PAUSE));
    Optional<Duration> time = step.duration(PAUSE);
    return time.flatMap(t -> reader.made(item.at(), () -> new Step.Pause(t)));
  }

  private Optional<Step> group(Located item) {
    Fields step = Fields.of(reader, "a group", item, List.of(GROUP, "name", "thresholds"));
    List<MetricLimit> limits = LimitsList.read(reader, step.member("thresholds"));
    String name = step.text("name").map(Located.Text::value).orElse(GROUP);
    return step.value(GROUP)
        .flatMap(value -> read(GROUP, value))
        .flatMap(steps -> reader.made(item.at(), () -> new Group(name, steps, limits)));
  }

  private Optional<Request> request(Located item) {
    var section = new RequestSection(reader, targets, grammar());
    Optional<Request> request = section.read(item);
    progress.captured(section.captures());
    return request;
  }

  private Optional<Sql> sql(String kind, Located item) {
    var section = new SqlSection(reader, targets, grammar());
    Optional<Sql> sql = kind.equals(SQL) ? section.statement(item) : section.transaction(item);
    progress.captured(section.captures());
    return sql;
  }
}
