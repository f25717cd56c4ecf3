package dev.harness.check.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.run.port.HttpTarget.Reply;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {
  private static final String JSON =
      """
      {"id": "o-7", "total": 42, "open": true, "none": null, "a/b~": "x",
       "items": [{"n": 1.5}], "": "empty"}
      """;

  @ParameterizedTest
  @CsvSource({
    "/id, o-7",
    "/total, 42",
    "/open, true",
    "/a~1b~0, x",
    "/items/0/n, 1.5",
    "/items, '[{\"n\":1.5}]'",
    "/, empty"
  })
  void pointersFindWhatStandsThere(String pointer, String value) {
    assertThat(answer(JSON).json(pointer)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/none", "/items/1", "/items/x", "/id/deeper"})
  void thereMayBeNothing(String pointer) {
    assertThat(answer(JSON).json(pointer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "no json", "<html/>"})
  void whatIsNoJsonHasNothingInIt(String body) {
    assertThat(answer(body).json("/id")).isEmpty();
    assertThat(answer(body).text()).isEqualTo(body);
  }

  @Test
  void allThatAUserGetsToSeeIsLookedThrough() {
    assertThat(answer("the body").everything()).contains("Set-Cookie: who=me", "the body");
    assertThat(answer("é").size()).isEqualTo(2);
    assertThat(answer("").header("set-cookie")).contains("who=me");
  }

  private static HttpAnswer answer(String body) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Set-Cookie", "who=me");
    return new HttpAnswer(new Reply(200, headers, Buffer.buffer(body)));
  }
}
