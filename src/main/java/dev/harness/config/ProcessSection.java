package dev.harness.config;

import dev.harness.plan.ProcessLimit;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.ServingProcess;
import dev.harness.plan.scenario.ServingProcess.ByMetrics;
import dev.harness.plan.scenario.ServingProcess.ByPid;
import dev.harness.plan.scenario.ServingProcess.Seen;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.TemplateGrammar;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** {@code pid}, {@code metrics} and {@code thresholds} of a target: the process behind it. */
final class ProcessSection {
  private static final Pattern PID = Pattern.compile("[1-9][0-9]{0,17}");

  private final Reader reader;
  private final TemplateGrammar grammar;

  ProcessSection(Reader reader, TemplateGrammar grammar) {
    this.reader = reader;
    this.grammar = grammar;
  }

  /** What the plan says of it; nothing where it says nothing, or nothing that can be. */
  Optional<ServingProcess> read(String target, Fields fields) {
    List<ProcessLimit> limits = LimitsList.ofProcess(reader, fields.member("thresholds"));
    if (fields.has("pid") && fields.has("metrics")) {
      reader.problem(
          fields.at(), "a target has either \"pid\" or \"metrics\", the one or the other");
      return Optional.empty();
    }
    if (!limits.isEmpty() && !fields.has("pid") && !fields.has("metrics")) {
      reader.problem(
          fields.at(),
          "\"thresholds\" of a target are of the process behind it: add \"pid\" or \"metrics\"");
      return Optional.empty();
    }
    Optional<Seen> seen = value(fields, "pid", ProcessSection::pid);
    return seen.or(() -> value(fields, "metrics", ProcessSection::metrics))
        .flatMap(
            known ->
                reader.made(
                    fields.at(), () -> new ServingProcess(Optional.of(target), known, limits)));
  }

  /**
   * @param made of the value, and of how it is written
   */
  private Optional<Seen> value(Fields fields, String key, BiFunction<String, String, Seen> made) {
    return fields
        .value(key)
        .flatMap(
            value ->
                reader
                    .scalar(key, value)
                    .flatMap(
                        text -> reader.made(value.at(), () -> made(grammar, key, text, made))));
  }

  private static Seen made(
      TemplateGrammar grammar, String key, String text, BiFunction<String, String, Seen> made) {
    Template template = grammar.parse(text, Encoding.PLAIN);
    String value =
        template
            .constant()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\"%s\" has no variables but ${env:NAME} and ${file:PATH}".formatted(key)));
    return made.apply(value, template.written());
  }

  /** What a variable holds is not told. */
  private static Seen pid(String value, String written) {
    String number = value.strip();
    if (!PID.matcher(number).matches()) {
      throw new IllegalArgumentException(
          "\"pid\" is the number of a process, as 4711 or ${env:PID}; %s is none"
              .formatted(written));
    }
    long pid = Long.parseLong(number);
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new IllegalArgumentException("there is no process %s".formatted(written));
    }
    return new ByPid(pid);
  }

  private static Seen metrics(String value, String written) {
    try {
      HttpService.requireUrl(URI.create(value));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "\"metrics\" is the URL of an endpoint for Prometheus, as"
              + " http://127.0.0.1:8080/metrics; %s is none".formatted(written),
          e);
    }
    return new ByMetrics(value, written);
  }
}
