package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.config.Located.Position;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The members of one object, each with what holds where it is left out. */
final class Fields {
  private final Reader reader;
  private final Position at;
  private final String of;
  private final boolean object;
  private final Map<String, Member> members;

  private Fields(Reader reader, Located value, String of, Map<String, Member> members) {
    this.reader = reader;
    this.at = value.at();
    this.object = value instanceof Located.Struct;
    this.of = of;
    this.members = members;
  }

  /**
   * Notes what is no object, and keys that it may not have.
   *
   * @param of what messages call it, as {@code a target}
   */
  static Fields of(Reader reader, String of, Located value, Collection<String> allowed) {
    Map<String, Member> members = reader.members(of, value);
    reader.requireKnown(members, allowed);
    return new Fields(reader, value, of, members);
  }

  /** Where the object begins. */
  Position at() {
    return at;
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  @Nullable Member member(String key) {
    return members.get(key);
  }

  Optional<Located> value(String key) {
    return Optional.ofNullable(members.get(key)).map(Member::value);
  }

  /** One that must be there; noted where it is not. */
  Optional<Located> required(String key) {
    if (object && !has(key)) {
      reader.problem(at, "%s has \"%s\"".formatted(of, key));
    }
    return value(key);
  }

  Optional<Located.Text> text(String key) {
    return reader.text(key, members.get(key));
  }

  Optional<Duration> duration(String key) {
    return reader.wait(key, members.get(key));
  }

  /** One that must be there; noted where it is not. */
  Optional<Duration> requiredDuration(String key) {
    required(key);
    return duration(key);
  }

  Optional<Double> number(String key) {
    int before = reader.problems();
    Optional<Double> number =
        value(key).map(value -> reader.number(key, value, 0, Double.MAX_VALUE));
    return number.filter(any -> reader.problems() == before);
  }

  int whole(String key, int least, int most, int missing) {
    return value(key).map(value -> reader.whole(key, value, least, most)).orElse(missing);
  }

  boolean truth(String key, boolean missing) {
    return value(key).map(value -> reader.truth(key, value)).orElse(missing);
  }

  /** The items of an array, or the one value that stands in its place. */
  List<Located> oneOrMore(String key) {
    return value(key)
        .map(
            value -> value instanceof Located.Sequence sequence ? sequence.items() : List.of(value))
        .orElse(List.of());
  }
}
