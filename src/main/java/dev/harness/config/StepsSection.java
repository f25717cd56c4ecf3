package dev.harness.config;

import static dev.harness.config.SqlSection.SQL;
import static dev.harness.config.SqlSection.TRANSACTION;
import static dev.harness.config.StreamSection.AWAIT;
import static dev.harness.config.StreamSection.CLOSE;
import static dev.harness.config.StreamSection.CONNECT;
import static dev.harness.config.StreamSection.SEND;
import static dev.harness.config.StreamSection.STAY;

import dev.harness.plan.scenario.Capture;
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
  private static final List<String> KINDS =
      List.of(REQUEST, PAUSE, CONNECT, SEND, AWAIT, STAY, CLOSE, SQL, TRANSACTION);

  private final Reader reader;
  private final TargetNames targets;
  private final TemplateGrammar grammar;
  private final StreamSection streams;
  private final List<String> captured = new ArrayList<>();
  private boolean whole = true;

  StepsSection(Reader reader, TargetNames targets, TemplateGrammar grammar) {
    this.reader = reader;
    this.targets = targets;
    this.grammar = grammar;
    this.streams = new StreamSection(reader, targets);
  }

  /** All steps; nothing where any of them is wrong. */
  Optional<List<Step>> read(Located value) {
    var steps = new ArrayList<Step>();
    for (Located item : reader.items("steps", value, "objects")) {
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
    var known = new TemplateGrammar(grammar.users(), List.copyOf(captured), grammar.secrets());
    return switch (kinds.get(0)) {
      case REQUEST -> request(item, known);
      case CONNECT -> streams.connect(item, known);
      case SEND -> streams.send(item, known);
      case AWAIT -> await(item, known);
      case STAY -> streams.stay(item);
      case CLOSE -> streams.close(item);
      case SQL, TRANSACTION -> sql(kinds.get(0), item, known);
      default -> pause(item);
    };
  }

  private Optional<Step> pause(Located item) {
    Fields step = Fields.of(reader, "a pause", item, List.of(PAUSE));
    Optional<Duration> time = step.duration(PAUSE);
    return time.flatMap(t -> reader.made(item.at(), () -> new Step.Pause(t)));
  }

  private Optional<Request> request(Located item, TemplateGrammar known) {
    var section = new RequestSection(reader, targets, known);
    Optional<Request> request = section.read(item);
    section.captures().stream().map(Capture::name).forEach(captured::add);
    return request;
  }

  private Optional<Sql> sql(String kind, Located item, TemplateGrammar known) {
    var section = new SqlSection(reader, targets, known);
    Optional<Sql> sql = kind.equals(SQL) ? section.statement(item) : section.transaction(item);
    section.captures().stream().map(Capture::name).forEach(captured::add);
    return sql;
  }

  private Optional<Step> await(Located item, TemplateGrammar known) {
    Optional<Step> await = streams.await(item, known);
    streams.captures().stream().map(Capture::name).forEach(captured::add);
    return await;
  }
}
