package dev.harness.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.plan.scenario.Expectation.Equal;
import dev.harness.plan.scenario.Expectation.Own;
import dev.harness.plan.scenario.Expectation.OwnAt;
import dev.harness.plan.scenario.Expectation.Present;
import dev.harness.plan.scenario.Expectation.StatusIn;
import dev.harness.plan.scenario.Variable.OfUser;
import dev.harness.user.UserExecutionContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final Scope SCOPE =
      new Scope(
          new UserExecutionContext("user-3", "thread-3", "run-1", "request-17"),
          Map.of("id", "ann"));
  private static final Answer ANSWER =
      new Told(201, Map.of("etag", "x1"), "{\"user\":\"ann\"}", Map.of("/user", "ann"));

  /** An answer of which all is said. */
  private record Told(
      int status, Map<String, String> headers, String text, Map<String, String> values)
      implements Answer {
    @Override
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    @Override
    public int size() {
      return text.length();
    }

    @Override
    public Optional<String> json(String pointer) {
      return Optional.ofNullable(values.get(pointer));
    }
  }

  @Test
  void statuses() {
    assertMet(StatusIn.SUCCESS);
    assertUnmet(
        new StatusIn(List.of(StatusRange.parse("200"), StatusRange.parse("4xx"))), "status-201");
  }

  @Test
  void values() {
    assertMet(new Equal(Place.parse("/user"), new Template(List.of(id()))));
    assertMet(new Equal(Place.parse("header etag"), Template.of("x1")));
    assertUnmet(new Equal(Place.parse("/user"), Template.of("bob")), "json-differs:/user");
    assertUnmet(new Equal(Place.parse("/name"), Template.of("ann")), "json-missing:/name");
    assertUnmet(new Equal(Place.parse("header etag"), Template.of("")), "header-differs:etag");
  }

  @Test
  void presence() {
    assertMet(new Present(Place.parse("/user")));
    assertUnmet(new Present(Place.parse("/name")), "json-missing:/name");
    assertUnmet(new Present(Place.parse("header Location")), "header-missing:Location");
  }

  @Test
  void whatIsTheUsersOwn() {
    assertMet(new Own(new OfUser("id")));
    var other = new Scope(SCOPE.context(), Map.of("id", "bob"));
    assertThat(new Own(new OfUser("id")).unmet(ANSWER, other)).contains("own-id-missing");
    assertMet(new OwnAt(Place.parse("/user"), new OfUser("id")));
    assertThat(new OwnAt(Place.parse("/user"), new OfUser("id")).unmet(ANSWER, other))
        .contains("own-id-missing:/user");
    assertUnmet(new OwnAt(Place.parse("header Owner"), new OfUser("id")), "own-id-missing:Owner");
  }

  @Test
  void size() {
    assertMet(new AtMost(14));
    assertUnmet(new AtMost(13), "too-large");
  }

  private static Template.Hole id() {
    return new Template.Hole(new OfUser("id"), Encoding.PLAIN);
  }

  private static void assertMet(Expectation expectation) {
    assertThat(expectation.unmet(ANSWER, SCOPE)).isEmpty();
  }

  private static void assertUnmet(Expectation expectation, String as) {
    assertThat(expectation.unmet(ANSWER, SCOPE)).contains(as);
  }
}
