package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.TemplateGrammar;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code headers} of a target or a request: names in any case, and what is sent with them. */
final class Headers {
  private Headers() {}

  static Map<String, Template> read(
      Reader reader, @Nullable Member member, TemplateGrammar grammar) {
    Map<String, Template> headers = none();
    if (member != null) {
      reader
          .members("headers", member.value())
          .forEach(
              (name, value) ->
                  reader
                      .scalar(name, value.value())
                      .flatMap(
                          text ->
                              reader.made(
                                  value.value().at(), () -> grammar.parse(text, Encoding.PLAIN)))
                      .ifPresent(template -> headers.put(name, template)));
    }
    return headers;
  }

  static Map<String, Template> none() {
    return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  }
}
