package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.config.Located.Position;
import dev.harness.plan.InvalidTriggerException;
import dev.harness.plan.Nearest;
import dev.harness.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a document apart, and notes all that is wrong with it instead of stopping at the first. */
final class Reader {
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double SECONDS_PER_DAY = 86_400;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Reader(String file) {
    this.file = file;
  }

  void problem(Position at, String what) {
    problems.add(Problem.at(file, at, what));
  }

  /** How many were noted so far. */
  int problems() {
    return problems.size();
  }

  /** Ends the reading. */
  void throwIfInvalid() {
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems);
    }
  }

  /** The members of an object; none where it is something else. */
  Map<String, Member> members(String name, Located value) {
    if (value instanceof Located.Struct struct) {
      return struct.members();
    }
    problem(value.at(), "%s must be an object, not %s".formatted(name, value.kind()));
    return Map.of();
  }

  /** Notes a name that is not allowed where it stands. */
  void unknown(String name, Position at, Collection<String> allowed) {
    String meant = Nearest.to(name, allowed).map("; did you mean \"%s\"?"::formatted).orElse(";");
    problem(
        at, "unknown key \"%s\"%s allowed: %s".formatted(name, meant, String.join(", ", allowed)));
  }

  /** Notes the names that are not allowed. */
  void requireKnown(Map<String, Member> members, Collection<String> allowed) {
    members.forEach(
        (name, member) -> {
          if (!allowed.contains(name)) {
            unknown(name, member.at(), allowed);
          }
        });
  }

  /** A text that may be left out; none where it is something else. */
  Optional<Located.Text> text(String name, @Nullable Member member) {
    if (member == null) {
      return Optional.empty();
    }
    if (member.value() instanceof Located.Text text) {
      return Optional.of(text);
    }
    problem(
        member.value().at(), "%s must be a string, not %s".formatted(name, member.value().kind()));
    return Optional.empty();
  }

  /** A time to wait that may be left out, a number of seconds or a text with its unit. */
  Optional<Duration> wait(String name, @Nullable Member member) {
    if (member == null) {
      return Optional.empty();
    }
    Located value = member.value();
    if (value instanceof Located.Text text) {
      try {
        return Optional.of(DurationText.parse(text.value()));
      } catch (IllegalArgumentException e) {
        problem(value.at(), name + ": " + e.getMessage());
        return Optional.empty();
      }
    }
    return Optional.of(duration(name, value, MILLIS_PER_SECOND, 0, SECONDS_PER_DAY));
  }

  boolean truth(String name, Located value) {
    if (value instanceof Located.Truth truth) {
      return truth.value();
    }
    problem(value.at(), "%s must be true or false, not %s".formatted(name, value.kind()));
    return false;
  }

  /** A string, or a number or truth as it is written; none where it is something else. */
  Optional<String> scalar(String name, Located value) {
    if (value instanceof Located.Text text) {
      return Optional.of(text.value());
    }
    if (value instanceof Located.Numeric number) {
      return Optional.of(number.written());
    }
    if (value instanceof Located.Truth truth) {
      return Optional.of(Boolean.toString(truth.value()));
    }
    problem(value.at(), "%s must be a string or a number, not %s".formatted(name, value.kind()));
    return Optional.empty();
  }

  /** What is made of something that stands there; where that refuses, its message is noted. */
  <T> Optional<T> made(Position at, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (InvalidTriggerException e) {
      e.problems().forEach(problem -> problem(at, problem));
    } catch (IllegalArgumentException e) {
      problem(at, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** The items of an array; none where it is something else. */
  List<Located> items(String name, Located value, String what) {
    if (value instanceof Located.Sequence sequence) {
      return sequence.items();
    }
    problem(value.at(), "%s must be an array of %s, not %s".formatted(name, what, value.kind()));
    return List.of();
  }

  /** Notes what is no text in an array. */
  void requireTexts(String name, Located value) {
    for (Located item : items(name, value, "strings")) {
      if (!(item instanceof Located.Text)) {
        problem(item.at(), "%s has strings, not %s".formatted(name, item.kind()));
      }
    }
  }

  /** A number within bounds; the least allowed where it is something else. */
  double number(String name, Located value, double least, double most) {
    if (!(value instanceof Located.Numeric number)) {
      problem(value.at(), "%s must be a number, not %s".formatted(name, value.kind()));
      return least;
    }
    if (Double.isInfinite(number.value())) {
      problem(
          value.at(),
          "%s must be %s, and is beyond 1.8e308, the largest number"
              .formatted(name, range(least, most)));
      return least;
    }
    if (!(number.value() >= least && number.value() <= most)) {
      problem(
          value.at(),
          "%s must be %s, not %s".formatted(name, range(least, most), plain(number.value())));
      return least;
    }
    return number.value();
  }

  /** A whole number within bounds; the least allowed where it is something else. */
  int whole(String name, Located value, int least, int most) {
    if (value instanceof Located.Numeric number && number.value() != Math.rint(number.value())) {
      problem(
          value.at(), "%s must be a whole number, not %s".formatted(name, plain(number.value())));
      return least;
    }
    return (int) number(name, value, least, most);
  }

  Duration duration(String name, Located value, double unitMillis, double least, double most) {
    return Duration.ofMillis(Math.round(unitMillis * number(name, value, least, most)));
  }

  private static String range(double least, double most) {
    return most == Double.MAX_VALUE
        ? plain(least) + " or more"
        : plain(least) + " to " + plain(most);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
