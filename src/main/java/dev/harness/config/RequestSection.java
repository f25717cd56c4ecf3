package dev.harness.config;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Place;
import dev.harness.plan.scenario.Request;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.TemplateGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step that is a request: {@code request: POST /orders}, and what belongs to it. */
final class RequestSection {
  private static final List<String> KEYS =
      List.of("request", "name", "target", "headers", "body", "expect", "capture", "thresholds");
  private static final Pattern LINE = Pattern.compile("([A-Z]+) +(" + PathText.FORM + ")");
  private static final String CONTENT_TYPE = "Content-Type";

  private final Reader reader;
  private final TargetNames targets;
  private final TemplateGrammar grammar;
  private final List<Capture> captures = new ArrayList<>();

  RequestSection(Reader reader, TargetNames targets, TemplateGrammar grammar) {
    this.reader = reader;
    this.targets = targets;
    this.grammar = grammar;
  }

  /** What it captures, once it was read, even where something else is wrong with it. */
  List<Capture> captures() {
    return captures;
  }

  Optional<Request> read(Located item) {
    Fields step = Fields.of(reader, "a request", item, KEYS);
    Optional<NamedTarget<HttpService>> target =
        targets.find(step.text("target"), item.at(), TargetKind.HTTP);
    Map<String, Template> headers = Headers.none();
    target.ifPresent(its -> headers.putAll(its.headers()));
    Optional<Template> body = step.value("body").flatMap(value -> body(value, headers));
    headers.putAll(Headers.read(reader, step.member("headers"), grammar));
    Expected expected = ExpectSection.read(reader, grammar, step.value("expect"));
    captures.addAll(Captures.read(reader, step, Place::parse));
    List<MetricLimit> limits = LimitsList.read(reader, step.member("thresholds"));
    Optional<Located.Text> text = step.text("request");
    Optional<Matcher> line = text.flatMap(this::line);
    Optional<Template> path =
        line.flatMap(
            parts ->
                reader.made(
                    text.orElseThrow().at(), () -> PathText.parse(parts.group(2), grammar)));
    return target.isEmpty() || line.isEmpty() || path.isEmpty()
        ? Optional.empty()
        : reader.made(
            item.at(),
            () ->
                new Request(
                    step.text("name").map(Located.Text::value).orElse(name(line.get())),
                    target.get().service(),
                    line.get().group(1),
                    path.get(),
                    headers,
                    body,
                    expected.status(),
                    expected.size(),
                    expected.others(),
                    captures,
                    limits));
  }

  private Optional<Matcher> line(Located.Text text) {
    Matcher parts = LINE.matcher(text.value());
    if (parts.matches()) {
      return Optional.of(parts);
    }
    reader.problem(
        text.at(),
        "\"%s\" is no request; write a method and a path, as GET /orders/${id}"
            .formatted(text.value()));
    return Optional.empty();
  }

  /** A text as it is; anything else as JSON, and said to be. */
  private Optional<Template> body(Located value, Map<String, Template> headers) {
    if (value instanceof Located.Text text) {
      return reader.made(text.at(), () -> grammar.parse(text.value(), Encoding.PLAIN));
    }
    headers.put(CONTENT_TYPE, Template.of("application/json"));
    return new JsonBody(reader, grammar).read(value);
  }

  /** {@code GET /orders/${order}} is called {@code get-orders-order}. */
  private static String name(Matcher line) {
    String words = (line.group(1) + " " + line.group(2)).toLowerCase(Locale.ROOT);
    return words.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }
}
