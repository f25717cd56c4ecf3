package dev.harness.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.plan.scenario.TemplateGrammar.Secrets;
import dev.harness.user.UserExecutionContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateGrammarTest {
  private static final Secrets SECRETS =
      new Secrets() {
        @Override
        public String env(String name) {
          return "env of " + name;
        }

        @Override
        public String file(String path) {
          return "file of " + path;
        }
      };
  private static final Users USERS = Users.of(Rows.of(List.of(Map.of("id", "ann", "mail", "a@b"))));
  private static final Scope SCOPE =
      new Scope(
          new UserExecutionContext("user-3", "thread-3", "run-1", "request-17"),
          USERS.values(0, "user-3", "cnry-3"));

  private final TemplateGrammar grammar =
      new TemplateGrammar(USERS, CapturedNames.NONE.given("order"), SECRETS);

  @ParameterizedTest
  @CsvSource({
    "plain, plain",
    "${user.id}, ann",
    "<${user.mail}>, <a@b>",
    "${user.token}/${user.canary}, cnry-3/cnry-3",
    "${request.id} ${thread.id} ${run.id}, request-17 thread-3 run-1",
    "${order}, o/7",
    "${env:TOKEN}, env of TOKEN",
    "${file:a/b.txt}, file of a/b.txt",
    "$${user.id} costs $5, ${user.id} costs $5",
    "'', ''"
  })
  void variablesStandForTheirValues(String written, String value) {
    SCOPE.capture("order", "o/7");

    assertThat(grammar.parse(written, Encoding.PLAIN).in(SCOPE)).isEqualTo(value);
  }

  @Test
  void valuesAreWrittenAsTheirPlaceDemands() {
    var awkward = new Scope(SCOPE.context(), Map.of("id", "a \"b\"\\\n/é"));

    assertThat(grammar.parse("/x/${user.id}", Encoding.PERCENT).in(awkward))
        .isEqualTo("/x/a%20%22b%22%5C%0A%2F%C3%A9");
    assertThat(grammar.parse("${user.id}", Encoding.JSON).in(awkward))
        .isEqualTo("a \\\"b\\\"\\\\\\u000a/é");
    assertThat(grammar.parse("${user.id}", Encoding.PLAIN).in(awkward)).isEqualTo("a \"b\"\\\n/é");
  }

  @Test
  void secretsAreShownAsTheyAreWritten() {
    Template template = grammar.parse("Bearer ${env:TOKEN}${file:x}", Encoding.PLAIN);

    assertThat(template.written()).isEqualTo("Bearer ${env:TOKEN}${file:x}");
    assertThat(template).hasToString("Bearer ${env:TOKEN}${file:x}");
    assertThat(template.constant()).contains("Bearer env of TOKENfile of x");
    assertThat(grammar.parse("${user.id}", Encoding.PLAIN).constant()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "${user.ide}, did you mean \"${user.id}\"?",
    "${odrer}, did you mean \"${order}\"?",
    "${user}, 'allowed: order, request.id, run.id, thread.id, user.canary, user.id, user.mail'",
    "${user.id, has no end",
  })
  void saysWhatIsAllowed(String written, String says) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> grammar.parse(written, Encoding.PLAIN))
        .withMessageContaining(says);
  }
}
