package dev.harness.config;

import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Expectation;
import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.plan.scenario.Expectation.Equal;
import dev.harness.plan.scenario.Expectation.Own;
import dev.harness.plan.scenario.Expectation.OwnAt;
import dev.harness.plan.scenario.Expectation.Present;
import dev.harness.plan.scenario.Expectation.Rows;
import dev.harness.plan.scenario.Expectation.StatusIn;
import dev.harness.plan.scenario.Place;
import dev.harness.plan.scenario.StatusRange;
import dev.harness.plan.scenario.TemplateGrammar;
import dev.harness.plan.scenario.Users;
import dev.harness.plan.scenario.Variable.OfUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code expect} of a request: what its answer must be like. */
final class ExpectSection {
  private static final List<String> KEYS =
      List.of("status", "headers", "json", "exists", "own", "max_bytes");
  private static final List<String> ROWS_KEYS = List.of("rows", "columns", "own");
  private static final List<String> EVENT_KEYS = List.of("json", "exists", "own");
  private static final String OWN = "own";
  private static final List<String> OWNED = List.of(Users.ID, Users.CANARY, Users.TOKEN);

  private final Reader reader;
  private final TemplateGrammar grammar;
  private final List<Expectation> others = new ArrayList<>();

  private ExpectSection(Reader reader, TemplateGrammar grammar) {
    this.reader = reader;
    this.grammar = grammar;
  }

  static Expected read(Reader reader, TemplateGrammar grammar, Optional<Located> section) {
    var expect = new ExpectSection(reader, grammar);
    return section
        .map(value -> expect.read(Fields.of(reader, "expect", value, KEYS)))
        .orElseGet(() -> new Expected(StatusIn.SUCCESS, AtMost.USUAL, List.of()));
  }

  /** What an event must be like. */
  static List<Expectation> event(Reader reader, TemplateGrammar grammar, Located section) {
    var expect = new ExpectSection(reader, grammar);
    Fields event = Fields.of(reader, "await", section, EVENT_KEYS);
    expect.readContent(event, Place.InJson::new);
    return expect.others;
  }

  /** What of the user's own each event must have. */
  static List<Expectation> own(Reader reader, TemplateGrammar grammar, Fields section) {
    var expect = new ExpectSection(reader, grammar);
    expect.readOwn(section, Place.InJson::new);
    return expect.others;
  }

  /** What the rows of a statement must be like. */
  static List<Expectation> rows(Reader reader, TemplateGrammar grammar, Optional<Located> section) {
    var expect = new ExpectSection(reader, grammar);
    section
        .map(value -> Fields.of(reader, "expect", value, ROWS_KEYS))
        .ifPresent(
            rows -> {
              if (rows.has("rows")) {
                expect.others.add(new Rows(rows.whole("rows", 0, Integer.MAX_VALUE, 0)));
              }
              expect.readValues(rows, "columns", Place.InColumn::new);
              expect.readOwn(rows, Place.InColumn::new);
            });
    return expect.others;
  }

  private Expected read(Fields expect) {
    readValues(expect, "headers", Place.InHeader::new);
    readContent(expect, Place::parse);
    int most = expect.whole("max_bytes", 0, AtMost.LARGEST, AtMost.USUAL.bytes());
    return new Expected(status(expect), new AtMost(most), others);
  }

  private void readContent(Fields expect, Function<String, Place> place) {
    readValues(expect, "json", Place.InJson::new);
    for (Located item : expect.oneOrMore("exists")) {
      made(item, "exists", text -> new Present(place.apply(text))).ifPresent(others::add);
    }
    readOwn(expect, place);
  }

  /** Anywhere, or by the places where it must stand. */
  private void readOwn(Fields expect, Function<String, Place> place) {
    if (expect.value(OWN).orElse(null) instanceof Located.Struct places) {
      places.members().forEach((name, member) -> readOwnAt(name, member, place));
      return;
    }
    for (Located item : expect.oneOrMore(OWN)) {
      made(item, OWN, text -> new Own(ofUser(text))).ifPresent(others::add);
    }
  }

  private void readOwnAt(String name, Located.Member member, Function<String, Place> place) {
    Optional<Place> where = reader.made(member.at(), () -> place.apply(name));
    Optional<OfUser> own = made(member.value(), OWN, ExpectSection::ofUser);
    where.flatMap(there -> own.map(one -> new OwnAt(there, one))).ifPresent(others::add);
  }

  private StatusIn status(Fields expect) {
    List<StatusRange> ranges =
        expect.oneOrMore("status").stream()
            .flatMap(item -> made(item, "status", StatusRange::parse).stream())
            .toList();
    return ranges.isEmpty() ? StatusIn.SUCCESS : new StatusIn(ranges);
  }

  private void readValues(Fields expect, String key, Function<String, Place> place) {
    expect
        .value(key)
        .ifPresent(
            value ->
                reader
                    .members(key, value)
                    .forEach((name, member) -> readValue(name, member, place)));
  }

  private void readValue(String name, Located.Member member, Function<String, Place> place) {
    Optional<Place> where = reader.made(member.at(), () -> place.apply(name));
    where
        .flatMap(
            there ->
                made(
                    member.value(),
                    name,
                    text -> new Equal(there, grammar.parse(text, Encoding.PLAIN))))
        .ifPresent(others::add);
  }

  private static OfUser ofUser(String name) {
    if (!OWNED.contains(name)) {
      throw new IllegalArgumentException(
          "own is one of %s, not \"%s\"".formatted(String.join(", ", OWNED), name));
    }
    return new OfUser(name);
  }

  private <T> Optional<T> made(Located value, String name, Function<String, T> maker) {
    return reader
        .scalar(name, value)
        .flatMap(text -> reader.made(value.at(), () -> maker.apply(text)));
  }
}
