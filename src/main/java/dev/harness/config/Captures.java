package dev.harness.config;

import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code capture} of a step: names, and where what they stand for is found. A place is a text, or
 * an object where it need not be there.
 */
final class Captures {
  private static final List<String> KEYS = List.of("from", "optional");

  private final Reader reader;
  private final Function<String, Place> place;

  private Captures(Reader reader, Function<String, Place> place) {
    this.reader = reader;
    this.place = place;
  }

  /**
   * @param place what a text of the plan stands for
   */
  static List<Capture> read(Reader reader, Fields step, Function<String, Place> place) {
    var captures = new Captures(reader, place);
    var read = new ArrayList<Capture>();
    step.value("capture")
        .ifPresent(
            value ->
                reader
                    .members("capture", value)
                    .forEach(
                        (name, member) -> captures.capture(name, member).ifPresent(read::add)));
    return read;
  }

  private Optional<Capture> capture(String name, Located.Member member) {
    if (!(member.value() instanceof Located.Struct)) {
      return reader.text(name, member).flatMap(from -> made(name, from, false));
    }
    Fields fields = Fields.of(reader, "a capture", member.value(), KEYS);
    fields.required("from");
    boolean optional = fields.truth("optional", false);
    return fields.text("from").flatMap(from -> made(name, from, optional));
  }

  private Optional<Capture> made(String name, Located.Text from, boolean optional) {
    return reader.made(from.at(), () -> new Capture(name, place.apply(from.value()), optional));
  }
}
