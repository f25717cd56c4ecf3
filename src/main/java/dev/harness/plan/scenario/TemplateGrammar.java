package dev.harness.plan.scenario;

import dev.harness.plan.Nearest;
import dev.harness.plan.scenario.Template.Hole;
import dev.harness.plan.scenario.Template.Literal;
import dev.harness.plan.scenario.Template.Part;
import dev.harness.plan.scenario.Variable.Captured;
import dev.harness.plan.scenario.Variable.OfContext;
import dev.harness.plan.scenario.Variable.OfUser;
import dev.harness.plan.scenario.Variable.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads templates: {@code ${…}} is a variable, and with a second dollar sign it is only text.
 *
 * @param users whose variables may be named
 * @param captured what the steps before have captured
 */
public record TemplateGrammar(Users users, CapturedNames captured, Secrets secrets) {
  private static final Pattern VARIABLE = Pattern.compile("\\$(\\$?)\\{([^}]*)(}?)");

  /** Where a plan has what must not stand in it. */
  public interface Secrets {
    /**
     * The value of an environment variable.
     *
     * @throws IllegalArgumentException where it is not set
     */
    String env(String name);

    /**
     * What a file holds, without the end of its last line.
     *
     * @throws IllegalArgumentException where it cannot be read
     */
    String file(String path);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException saying what is wrong with it and what is allowed
   */
  public Template parse(String text, Encoding encoding) {
    var parts = new ArrayList<Part>();
    var literal = new StringBuilder();
    Matcher next = VARIABLE.matcher(text);
    int from = 0;
    while (next.find()) {
      literal.append(text, from, next.start());
      from = next.end();
      if (!next.group(1).isEmpty()) {
        literal.append(next.group().substring(1));
        continue;
      }
      if (next.group(3).isEmpty()) {
        throw new IllegalArgumentException(
            "\"%s\" has no end; write ${user.id}, or $${ for the two characters themselves"
                .formatted(next.group()));
      }
      add(parts, literal);
      parts.add(new Hole(variable(next.group(2)), encoding));
    }
    literal.append(text.substring(from));
    add(parts, literal);
    return parts.isEmpty() ? Template.of("") : new Template(parts);
  }

  private static void add(List<Part> parts, StringBuilder literal) {
    if (!literal.isEmpty()) {
      parts.add(new Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  /** The same after other steps. */
  public TemplateGrammar with(CapturedNames names) {
    return new TemplateGrammar(users, names, secrets);
  }

  /**
   * The variable of that name, without braces.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Variable variable(String name) {
    if (name.startsWith("env:")) {
      return new Secret(name, secrets.env(name.substring("env:".length())));
    }
    if (name.startsWith("file:")) {
      return new Secret(name, secrets.file(name.substring("file:".length())));
    }
    Map<String, Variable> known = known();
    Variable variable = known.get(name);
    if (variable == null && captured.perhaps().contains(name)) {
      throw new IllegalArgumentException(
          "not every iteration captures \"${%s}\"; use it in the \"then\" of an".formatted(name)
              + " \"if: { variable: %s, exists: true }\"".formatted(name));
    }
    if (variable == null) {
      throw new IllegalArgumentException(
          "unknown variable \"${%s}\"%s allowed: %s, env:NAME, file:PATH"
              .formatted(
                  name,
                  Nearest.to(name, known.keySet())
                      .map("; did you mean \"${%s}\"?"::formatted)
                      .orElse(";"),
                  String.join(", ", known.keySet())));
    }
    return variable;
  }

  private Map<String, Variable> known() {
    var known = new TreeMap<String, Variable>();
    Arrays.stream(OfContext.values()).forEach(id -> known.put(id.written(), id));
    users.names().stream().map(OfUser::new).forEach(own -> known.put(own.written(), own));
    captured.always().forEach(name -> known.put(name, new Captured(name)));
    return known;
  }
}
