package dev.harness.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.harness.measure.Distribution;
import dev.harness.measure.Figure;
import dev.harness.plan.CheckId;
import dev.harness.plan.Condition;
import dev.harness.run.Check;
import dev.harness.run.RunEvent;
import dev.harness.verdict.Criterion;
import java.util.Collection;
import java.util.List;

/**
 * How the records of a run are written as JSON, and read again. A record is an object of its
 * components, so that a new one is kept without being mentioned here; what is said here is what
 * JSON cannot know.
 */
final class JournalJson {
  private JournalJson() {}

  /** For writing. */
  static ObjectMapper mapper() {
    return mapper(List.of());
  }

  /**
   * For reading as well.
   *
   * @param known checks, of which a journal has no more than the ids: all but the scenarios of
   *     plans
   */
  static ObjectMapper mapper(Collection<Check> known) {
    var module = new SimpleModule("journal");
    new Form<>(Check.class, String.class, CheckForm::text, text -> CheckForm.check(known, text))
        .addTo(module);
    new Form<>(CheckId.class, String.class, CheckId::toString, CheckForm::id).addTo(module);
    new Form<>(Condition.class, String.class, Condition::trigger, Condition::parse).addTo(module);
    new Form<>(
            Distribution.class,
            DistributionForm.class,
            DistributionForm::of,
            DistributionForm::distribution)
        .addTo(module);
    KeyForm.METRIC.addTo(module);
    KeyForm.THRESHOLD.addTo(module);
    // An exception is told by the reason beside it; it cannot be made again.
    new Form<>(Throwable.class, Void.class, thrown -> null, nothing -> null).addTo(module);
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), new JavaTimeModule(), module)
        .addMixIn(RunEvent.class, EventNames.class)
        .addMixIn(Figure.class, FigureNames.class)
        .addMixIn(Criterion.class, CriterionNames.class)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = RunEvent.FactsFound.class, name = "facts-found"),
    @JsonSubTypes.Type(value = RunEvent.CheckStarted.class, name = "check-started"),
    @JsonSubTypes.Type(value = RunEvent.PhaseStarted.class, name = "phase-started"),
    @JsonSubTypes.Type(value = RunEvent.WindowClosed.class, name = "window-closed"),
    @JsonSubTypes.Type(value = RunEvent.BreachSeen.class, name = "breach-seen"),
    @JsonSubTypes.Type(value = RunEvent.Sampled.class, name = "sampled"),
    @JsonSubTypes.Type(value = RunEvent.CheckEnded.class, name = "check-ended"),
    @JsonSubTypes.Type(value = RunEvent.RunEnded.class, name = "run-ended")
  })
  private interface EventNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Figure.Measured.class, name = "measured"),
    @JsonSubTypes.Type(value = Figure.Missing.class, name = "missing")
  })
  private interface FigureNames {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Criterion.ByKey.class, name = "by-key"),
    @JsonSubTypes.Type(value = Criterion.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Criterion.Stated.class, name = "stated")
  })
  private interface CriterionNames {}
}
