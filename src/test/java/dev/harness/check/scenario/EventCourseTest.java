package dev.harness.check.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Place.InJson;
import dev.harness.plan.scenario.StreamService;
import dev.harness.plan.scenario.StreamStep.Stay;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EventCourseTest {
  private static final Optional<InJson> SEQUENCE = Optional.of(new InJson("/seq"));

  @Test
  void numbersGoUpByOneFromWhereverTheyBegin() {
    assertThat(wrong(course(SEQUENCE), 7, 8, 9)).isEmpty();
    assertThat(wrong(course(SEQUENCE), 7, 9)).containsExactly("out-of-order:/seq");
    assertThat(wrong(course(SEQUENCE), 7, 7)).containsExactly("out-of-order:/seq");
    assertThat(wrong(course(SEQUENCE), 7, 6)).containsExactly("out-of-order:/seq");
  }

  @Test
  void whatIsNoWholeNumberIsInNoOrder() {
    assertThat(course(SEQUENCE).wrongWith(event("{\"seq\":\"soon\"}")))
        .contains("out-of-order:/seq");
  }

  @Test
  void whatHasNoNumberDoesNotCount() {
    EventCourse course = course(SEQUENCE);

    assertThat(wrong(course, 1)).isEmpty();
    assertThat(course.wrongWith(event("{}"))).isEmpty();
    assertThat(wrong(course, 2)).isEmpty();
    assertThat(course.wrongAtTheEnd()).contains("too-few-events");
    assertThat(course(SEQUENCE).wrongAtTheEnd()).contains("json-missing:/seq");
  }

  @Test
  void asManyMustComeAsTheRateMakesOfTheTime() {
    EventCourse course = course(Optional.empty());
    course.wrongWith(event("{}"));
    course.wrongWith(event("anything"));

    assertThat(course.wrongAtTheEnd()).contains("too-few-events");
    course.wrongWith(event(""));
    assertThat(course.wrongAtTheEnd()).isEmpty();
  }

  private static List<String> wrong(EventCourse course, long... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> course.wrongWith(event("{\"seq\":%d}".formatted(number))))
        .flatMap(Optional::stream)
        .toList();
  }

  private static StreamEvent event(String text) {
    return new StreamEvent(text, 0);
  }

  /** Two seconds at 1.5 a second: three events. */
  private static EventCourse course(Optional<InJson> sequence) {
    var service =
        new StreamService(
            new HttpService(
                "live",
                URI.create("http://127.0.0.1"),
                "ws://127.0.0.1",
                Duration.ofSeconds(1),
                1,
                HttpService.Tls.DEFAULT));
    return new EventCourse(
        new Stay(
            "feed", service, Duration.ofSeconds(2), OptionalDouble.of(1.5), sequence, List.of()));
  }
}
