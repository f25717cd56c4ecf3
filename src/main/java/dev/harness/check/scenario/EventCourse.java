package dev.harness.check.scenario;

import dev.harness.plan.scenario.Answer;
import dev.harness.plan.scenario.Place.InJson;
import dev.harness.plan.scenario.StreamStep.Stay;
import java.util.Optional;
import java.util.OptionalLong;

/** The events of one stay, one after the other: how many they are, and in which order. */
final class EventCourse {
  private final Stay stay;
  private long count;
  private OptionalLong next = OptionalLong.empty();

  EventCourse(Stay stay) {
    this.stay = stay;
  }

  /** What is wrong with the next event, if anything is. */
  Optional<String> wrongWith(Answer event) {
    Optional<InJson> place = stay.sequence();
    Optional<String> number = place.flatMap(there -> there.in(event));
    if (place.isPresent() && number.isEmpty()) {
      return Optional.empty();
    }
    count++;
    return number.filter(text -> !follows(text)).map(text -> "out-of-order:" + pointer());
  }

  /** What is wrong with all of them together, when the time is up. */
  Optional<String> wrongAtTheEnd() {
    if (count == 0 && stay.sequence().isPresent()) {
      return Optional.of("json-missing:" + pointer());
    }
    return count < stay.leastEvents() ? Optional.of("too-few-events") : Optional.empty();
  }

  private boolean follows(String text) {
    try {
      long number = Long.parseLong(text);
      boolean follows = next.isEmpty() || next.getAsLong() == number;
      next = OptionalLong.of(number + 1);
      return follows;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private String pointer() {
    return stay.sequence().orElseThrow().pointer();
  }
}
