package dev.harness.config;

import dev.harness.plan.MetricLimit;
import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Expectation;
import dev.harness.plan.scenario.Place.InJson;
import dev.harness.plan.scenario.Step;
import dev.harness.plan.scenario.StreamService;
import dev.harness.plan.scenario.StreamStep.Await;
import dev.harness.plan.scenario.StreamStep.Close;
import dev.harness.plan.scenario.StreamStep.Connect;
import dev.harness.plan.scenario.StreamStep.Send;
import dev.harness.plan.scenario.StreamStep.Stay;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.TemplateGrammar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Steps on WebSocket streams: {@code connect}, {@code send}, {@code await}, {@code stay}, {@code
 * close}. A scenario connects to a target before it does anything else with it.
 */
final class StreamSection {
  static final String CONNECT = "connect";
  static final String SEND = "send";
  static final String AWAIT = "await";
  static final String STAY = "stay";
  static final String CLOSE = "close";

  private final Reader reader;
  private final TargetNames targets;
  private final Progress progress;

  StreamSection(Reader reader, TargetNames targets, Progress progress) {
    this.reader = reader;
    this.targets = targets;
    this.progress = progress;
  }

  Optional<Step> connect(Located item, TemplateGrammar grammar) {
    Fields step = fields("a connect", item, CONNECT, "headers", "thresholds");
    Optional<NamedTarget<StreamService>> target = target(step);
    Map<String, Template> headers = Headers.none();
    target.ifPresent(its -> headers.putAll(its.headers()));
    headers.putAll(Headers.read(reader, step.member("headers"), grammar));
    List<MetricLimit> limits = LimitsList.read(reader, step.member("thresholds"));
    Optional<Template> path = step.text(CONNECT).flatMap(text -> path(text, grammar));
    target.filter(its -> !progress.open(its.service())).ifPresent(its -> alreadyOpen(step, its));
    return target.isEmpty() || path.isEmpty()
        ? Optional.empty()
        : reader.made(
            item.at(),
            () ->
                new Connect(
                    name(step, CONNECT), target.get().service(), path.get(), headers, limits));
  }

  Optional<Step> send(Located item, TemplateGrammar grammar) {
    Fields step = fields("a send", item, SEND);
    Optional<StreamService> stream = stream(step);
    Optional<Template> text = step.value(SEND).flatMap(value -> text(value, grammar));
    return stream.isEmpty() || text.isEmpty()
        ? Optional.empty()
        : reader.made(item.at(), () -> new Send(name(step, SEND), stream.get(), text.get()));
  }

  Optional<Step> await(Located item, TemplateGrammar grammar) {
    Fields step = fields("an await", item, AWAIT, "within", "capture", "thresholds");
    Optional<StreamService> stream = stream(step);
    List<Expectation> event =
        step.value(AWAIT)
            .map(value -> ExpectSection.event(reader, grammar, value))
            .orElse(List.of());
    Optional<Duration> within = step.duration("within");
    List<Capture> its = Captures.read(reader, step, InJson::new);
    progress.captured(its);
    List<MetricLimit> limits = LimitsList.read(reader, step.member("thresholds"));
    return stream.flatMap(
        to ->
            reader.made(
                item.at(),
                () ->
                    new Await(
                        name(step, AWAIT), to, event, within.orElse(to.timeout()), its, limits)));
  }

  Optional<Step> stay(Located item, TemplateGrammar grammar) {
    Fields step = fields("a stay", item, STAY, "expect");
    Optional<StreamService> stream = stream(step);
    Optional<Duration> time = step.duration(STAY);
    Optional<Fields> expect =
        step.value("expect")
            .map(value -> Fields.of(reader, "expect", value, List.of("rate", "sequence", "own")));
    OptionalDouble rate =
        expect
            .flatMap(fields -> fields.number("rate"))
            .map(OptionalDouble::of)
            .orElse(OptionalDouble.empty());
    Optional<InJson> sequence =
        expect
            .flatMap(fields -> fields.text("sequence"))
            .flatMap(text -> reader.made(text.at(), () -> new InJson(text.value())));
    List<Expectation> own =
        expect.map(fields -> ExpectSection.own(reader, grammar, fields)).orElse(List.of());
    return stream.isEmpty() || time.isEmpty()
        ? Optional.empty()
        : reader.made(
            item.at(),
            () -> new Stay(name(step, STAY), stream.get(), time.get(), rate, sequence, own));
  }

  Optional<Step> close(Located item) {
    Fields step = fields("a close", item, CLOSE);
    Optional<NamedTarget<StreamService>> target = target(step);
    int code = step.whole(CLOSE, Close.NORMAL, Close.LAST, Close.NORMAL);
    target.filter(its -> !progress.close(its.service())).ifPresent(its -> notOpen(step, its));
    return target.flatMap(
        its -> reader.made(item.at(), () -> new Close(name(step, CLOSE), its.service(), code)));
  }

  private Fields fields(String of, Located item, String kind, String... more) {
    var keys = new ArrayList<>(List.of(kind, "name", "target"));
    keys.addAll(List.of(more));
    return Fields.of(reader, of, item, keys);
  }

  private Optional<NamedTarget<StreamService>> target(Fields step) {
    return targets.find(step.text("target"), step.at(), TargetKind.STREAMS);
  }

  /** The stream that the step is on. */
  private Optional<StreamService> stream(Fields step) {
    Optional<NamedTarget<StreamService>> target = target(step);
    target.filter(its -> !progress.isOpen(its.service())).ifPresent(its -> notOpen(step, its));
    return target.map(NamedTarget::service);
  }

  private void notOpen(Fields step, NamedTarget<?> target) {
    reader.problem(
        step.at(),
        "no stream to %s is open here; a \"connect\" comes first".formatted(target.name()));
  }

  private void alreadyOpen(Fields step, NamedTarget<?> target) {
    reader.problem(
        step.at(),
        "a stream to %s is open already; a \"close\" comes before another"
            .formatted(target.name()));
  }

  private Optional<Template> path(Located.Text text, TemplateGrammar grammar) {
    if (!text.value().matches(PathText.FORM)) {
      reader.problem(
          text.at(), "\"%s\" is no path; write one as /events/${id}".formatted(text.value()));
      return Optional.empty();
    }
    return reader.made(text.at(), () -> PathText.parse(text.value(), grammar));
  }

  private Optional<Template> text(Located value, TemplateGrammar grammar) {
    return value instanceof Located.Text text
        ? reader.made(text.at(), () -> grammar.parse(text.value(), Encoding.PLAIN))
        : new JsonBody(reader, grammar).read(value);
  }

  private static String name(Fields step, String kind) {
    return step.text("name").map(Located.Text::value).orElse(kind);
  }
}
