package dev.harness.config;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.DatabaseService;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Parameter;
import dev.harness.plan.scenario.Place.InColumn;
import dev.harness.plan.scenario.Sql;
import dev.harness.plan.scenario.Sql.Statement;
import dev.harness.plan.scenario.TemplateGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that run SQL: {@code sql}, or {@code transaction} with several of them. */
final class SqlSection {
  static final String SQL = "sql";
  static final String TRANSACTION = "transaction";

  private static final List<String> STATEMENT = List.of(SQL, "parameters", "expect", "capture");
  private static final List<String> STEP = List.of("name", "target", "thresholds");

  private final Reader reader;
  private final TargetNames targets;
  private TemplateGrammar grammar;
  private final List<Capture> captures = new ArrayList<>();

  SqlSection(Reader reader, TargetNames targets, TemplateGrammar grammar) {
    this.reader = reader;
    this.targets = targets;
    this.grammar = grammar;
  }

  /** What it captures, once it was read, even where something else is wrong with it. */
  List<Capture> captures() {
    return captures;
  }

  Optional<Sql> statement(Located item) {
    var keys = new ArrayList<>(STATEMENT);
    keys.addAll(STEP);
    Fields step = Fields.of(reader, "a statement", item, keys);
    return step(step, SQL, read(step).map(List::of), false);
  }

  /** What one of its statements captures, those after it may use. */
  Optional<Sql> transaction(Located item) {
    var keys = new ArrayList<>(List.of(TRANSACTION));
    keys.addAll(STEP);
    Fields step = Fields.of(reader, "a transaction", item, keys);
    var statements = new ArrayList<Statement>();
    boolean whole = true;
    for (Located one : step.oneOrMore(TRANSACTION)) {
      Optional<Statement> statement = read(Fields.of(reader, "a statement", one, STATEMENT));
      statement.ifPresent(statements::add);
      whole &= statement.isPresent();
    }
    return step(step, TRANSACTION, whole ? Optional.of(statements) : Optional.empty(), true);
  }

  private Optional<Sql> step(
      Fields step, String kind, Optional<List<Statement>> statements, boolean transaction) {
    Optional<NamedTarget<DatabaseService>> target =
        targets.find(step.text("target"), step.at(), TargetKind.DATABASES);
    List<MetricLimit> limits = LimitsList.read(reader, step.member("thresholds"));
    String name = step.text("name").map(Located.Text::value).orElse(kind);
    return target.isEmpty() || statements.isEmpty()
        ? Optional.empty()
        : reader.made(
            step.at(),
            () -> new Sql(name, target.get().service(), statements.get(), transaction, limits));
  }

  private Optional<Statement> read(Fields statement) {
    statement.required(SQL);
    Optional<Located.Text> text = statement.text(SQL);
    List<Optional<Parameter>> parameters =
        statement
            .value("parameters")
            .map(value -> reader.items("parameters", value, "values"))
            .orElse(List.of())
            .stream()
            .map(this::parameter)
            .toList();
    var expectations = ExpectSection.rows(reader, grammar, statement.value("expect"));
    List<Capture> its = Captures.read(reader, statement, InColumn::new);
    captures.addAll(its);
    for (Capture capture : its) {
      grammar = grammar.with(grammar.captured().plus(capture));
    }
    return text.isEmpty() || !parameters.stream().allMatch(Optional::isPresent)
        ? Optional.empty()
        : reader.made(
            text.get().at(),
            () ->
                new Statement(
                    text.get().value(),
                    parameters.stream().map(Optional::orElseThrow).toList(),
                    expectations,
                    its));
  }

  private Optional<Parameter> parameter(Located value) {
    if (value instanceof Located.Text text) {
      return reader.made(
          text.at(), () -> new Parameter.Text(grammar.parse(text.value(), Encoding.PLAIN)));
    }
    if (value instanceof Located.Numeric number) {
      boolean whole = number.value() == Math.rint(number.value());
      return Optional.of(
          whole
              ? new Parameter.Constant((long) number.value())
              : new Parameter.Constant(number.value()));
    }
    if (value instanceof Located.Truth truth) {
      return Optional.of(new Parameter.Constant(truth.value()));
    }
    if (value instanceof Located.Null) {
      return Optional.of(new Parameter.Constant(null));
    }
    reader.problem(value.at(), "a parameter is a single value, not " + value.kind());
    return Optional.empty();
  }
}
