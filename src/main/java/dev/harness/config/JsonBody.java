package dev.harness.config;

import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.Template.Hole;
import dev.harness.plan.scenario.Template.Literal;
import dev.harness.plan.scenario.Template.Part;
import dev.harness.plan.scenario.TemplateGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A body that a plan writes as a value, as the JSON that is sent; with variables in its strings.
 */
final class JsonBody {
  private final Reader reader;
  private final TemplateGrammar grammar;
  private final List<Part> parts = new ArrayList<>();
  private boolean whole = true;

  JsonBody(Reader reader, TemplateGrammar grammar) {
    this.reader = reader;
    this.grammar = grammar;
  }

  /** Nothing where any of its strings is wrong. */
  Optional<Template> read(Located value) {
    write(value);
    return whole ? Optional.of(new Template(parts)) : Optional.empty();
  }

  private void write(Located value) {
    if (value instanceof Located.Struct struct) {
      write("{");
      String before = "";
      for (var member : struct.members().entrySet()) {
        write(before + '"' + Encoding.JSON.of(member.getKey()) + "\":");
        write(member.getValue().value());
        before = ",";
      }
      write("}");
    } else if (value instanceof Located.Sequence sequence) {
      write("[");
      String before = "";
      for (Located item : sequence.items()) {
        write(before);
        write(item);
        before = ",";
      }
      write("]");
    } else if (value instanceof Located.Text text) {
      writeString(text);
    } else if (value instanceof Located.Null) {
      write("null");
    } else {
      reader.scalar("body", value).ifPresent(this::write);
    }
  }

  private void writeString(Located.Text text) {
    Optional<Template> template =
        reader.made(text.at(), () -> grammar.parse(text.value(), Encoding.JSON));
    whole &= template.isPresent();
    write("\"");
    template.ifPresent(
        written ->
            written.parts().stream()
                .map(part -> part instanceof Hole ? part : literal(part.written()))
                .forEach(parts::add));
    write("\"");
  }

  private static Part literal(String text) {
    return new Literal(Encoding.JSON.of(text));
  }

  private void write(String json) {
    parts.add(new Literal(json));
  }
}
