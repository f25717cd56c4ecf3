package dev.harness.plan.scenario;

import dev.harness.plan.KebabCase;
import dev.harness.plan.MetricLimit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step that runs SQL on one connection: one statement, or several in one transaction.
 *
 * @param name in kebab case; what reports call it
 * @param statements at least one; several only in a transaction
 * @param transaction whether it is committed where all statements are as expected, and else rolled
 *     back
 * @param limits on its own figures
 */
public record Sql(
    String name,
    DatabaseService service,
    List<Statement> statements,
    boolean transaction,
    List<MetricLimit> limits)
    implements Measured, Sending {

  public Sql {
    KebabCase.require("a step", name);
    statements = List.copyOf(statements);
    limits = List.copyOf(limits);
    Measured.requireItsOwn(limits);
    if (statements.isEmpty() || (statements.size() > 1 && !transaction)) {
      throw new IllegalArgumentException("a transaction has at least one statement");
    }
  }

  /**
   * One statement.
   *
   * @param text in which parameters are {@code $1}, {@code $2}
   * @param parameters what they stand for
   * @param expectations in the order in which they are looked at
   * @param captures from the first row, for what comes after
   */
  public record Statement(
      String text,
      List<Parameter> parameters,
      List<Expectation> expectations,
      List<Capture> captures) {
    public Statement {
      if (text.contains("${")) {
        throw new IllegalArgumentException(
            "a statement has no variables; write $1 in it, and the variable into \"parameters\"");
      }
      parameters = List.copyOf(parameters);
      expectations = List.copyOf(expectations);
      captures = List.copyOf(captures);
    }
  }

  @Override
  public Stream<Template> templates() {
    return statements.stream()
        .flatMap(statement -> statement.parameters().stream())
        .flatMap(Parameter::templates);
  }

  @Override
  public Duration longest() {
    return service.timeout();
  }

  @Override
  public <T> T as(Kinds<T> kinds) {
    return kinds.sql(this);
  }
}
