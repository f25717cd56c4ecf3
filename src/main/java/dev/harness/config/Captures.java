package dev.harness.config;

import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code capture} of a step: names, and where what they stand for is found. */
final class Captures {
  private Captures() {}

  /**
   * @param place what a text of the plan stands for
   */
  static List<Capture> read(Reader reader, Fields step, Function<String, Place> place) {
    var captures = new ArrayList<Capture>();
    step.value("capture")
        .ifPresent(
            value ->
                reader
                    .members("capture", value)
                    .forEach(
                        (name, member) ->
                            reader
                                .text(name, member)
                                .flatMap(
                                    text ->
                                        reader.made(
                                            text.at(),
                                            () -> new Capture(name, place.apply(text.value()))))
                                .ifPresent(captures::add)));
    return captures;
  }
}
