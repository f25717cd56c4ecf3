package dev.harness.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with variables in it, such as {@code Bearer ${user.token}}.
 *
 * @param parts in their order
 */
public record Template(List<Part> parts) {

  public Template {
    parts = List.copyOf(parts);
  }

  /** A part of a template. */
  public sealed interface Part {
    /** What stands there in one iteration. */
    String in(Scope scope);

    /** What stands there in one iteration, as far as it may be shown; else as it is written. */
    String shown(Scope scope);

    /** What stands there in every iteration; none where that differs. */
    Optional<String> constant();

    /** As it is written in the plan, without the value of anything. */
    String written();
  }

  /** Text that stands for itself. */
  public record Literal(String text) implements Part {
    @Override
    public String in(Scope scope) {
      return text;
    }

    @Override
    public String shown(Scope scope) {
      return text;
    }

    @Override
    public Optional<String> constant() {
      return Optional.of(text);
    }

    @Override
    public String written() {
      return text;
    }
  }

  /** A place for the value of a variable. */
  public record Hole(Variable variable, Encoding encoding) implements Part {
    @Override
    public String in(Scope scope) {
      return encoding.of(variable.in(scope));
    }

    @Override
    public String shown(Scope scope) {
      return variable.mayBeShown() ? in(scope) : written();
    }

    @Override
    public Optional<String> constant() {
      return variable instanceof Variable.Secret secret
          ? Optional.of(encoding.of(secret.value()))
          : Optional.empty();
    }

    @Override
    public String written() {
      return "${" + variable.written() + "}";
    }
  }

  /** A text without variables. */
  public static Template of(String text) {
    return new Template(List.of(new Literal(text)));
  }

  /** The text in one iteration. */
  public String in(Scope scope) {
    if (parts.size() == 1) {
      return parts.get(0).in(scope);
    }
    var text = new StringBuilder();
    parts.forEach(part -> text.append(part.in(scope)));
    return text.toString();
  }

  /** The text in one iteration, with secrets as they are written. */
  public String shown(Scope scope) {
    return parts.stream().map(part -> part.shown(scope)).collect(Collectors.joining());
  }

  /** As it is written in the plan: what may be shown and told. */
  public String written() {
    return parts.stream().map(Part::written).collect(Collectors.joining());
  }

  /** This text, and the other behind it. */
  public Template plus(Template other) {
    var both = new ArrayList<>(parts);
    both.addAll(other.parts);
    return new Template(both);
  }

  /** The text that it is whatever the iteration; none where that cannot be. */
  public Optional<String> constant() {
    var text = new StringBuilder();
    for (Part part : parts) {
      Optional<String> always = part.constant();
      if (always.isEmpty()) {
        return Optional.empty();
      }
      text.append(always.get());
    }
    return Optional.of(text.toString());
  }

  /** The variables that stand in it. */
  public Stream<Variable> variables() {
    return parts.stream().filter(Hole.class::isInstance).map(part -> ((Hole) part).variable());
  }

  @Override
  public String toString() {
    return written();
  }
}
