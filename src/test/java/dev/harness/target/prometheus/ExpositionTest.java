package dev.harness.target.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.target.prometheus.Exposition.Sample;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionTest {

  @Test
  void readsNamesLabelsAndValues() {
    assertThat(
            Exposition.parse(
                    """
                    # HELP http_requests_total All of them.
                    # TYPE http_requests_total counter
                    http_requests_total{method="post",code="200"} 1027 1395066363000
                    http_requests_total{ method = "post" , code = "400", }    3
                    spaces{path="C:\\\\DIR\\\\",error="no \\"file\\"\\n{}, at all"} 1.458255915e9

                    up 1
                    temperature -3.7E-2
                    """)
                .samples())
        .containsExactly(
            new Sample("http_requests_total", Map.of("method", "post", "code", "200"), 1027),
            new Sample("http_requests_total", Map.of("method", "post", "code", "400"), 3),
            new Sample(
                "spaces",
                Map.of("path", "C:\\DIR\\", "error", "no \"file\"\n{}, at all"),
                1.458255915e9),
            new Sample("up", Map.of(), 1),
            new Sample("temperature", Map.of(), -0.037));
  }

  @Test
  void readsWhatIsNoFiniteNumber() {
    assertThat(Exposition.parse("a +Inf\nb -Inf\nc NaN\n").samples())
        .extracting(Sample::value)
        .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN);
  }

  @Test
  void readsOpenMetricsToo() {
    assertThat(
            Exposition.parse("a_bucket{le=\"1\"} 3 1.5 # {trace=\"x\"} 0.4 1.2\n# EOF\n").samples())
        .containsExactly(new Sample("a_bucket", Map.of("le", "1"), 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "<html><body>not found | the name of a metric is expected at character 1",
        "{a=\"b\"} 1 | the name of a metric is expected at character 1",
        "up | a value is expected at character 3",
        "up one | \"one\" is no number",
        "up 1 2 3 | a time or nothing is expected at character 5",
        "up{a=b} 1 | a text in quotes is expected at character 6",
        "up{a=\"b} 1 | a text in quotes is expected at character 6",
        "up{a=\"\\x\"} 1 | a text in quotes is expected at character 6",
        "up{a=\"b\" c=\"d\"} 1 | \",\" or \"}\" is expected at character 10",
        "up{a=\"b\",a=\"c\"} 1 | a label that is not there yet is expected",
        "up{1=\"b\"} 1 | the name of a label or \"}\" is expected at character 4",
        "up{a=\"b\" | \",\" or \"}\" is expected at character 9"
      })
  void tellsWhereItIsNotInTheFormat(String line, String problem) {
    assertThatThrownBy(() -> Exposition.parse("# a comment\n" + line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("line 2: " + problem);
  }

  @Test
  void repeatsNoMoreOfNonsenseThanAPersonReads() {
    assertThatThrownBy(() -> Exposition.parse("?".repeat(1_000_000)))
        .message()
        .hasSizeLessThan(100);
  }

  @Test
  void hasAnEnd() {
    assertThatThrownBy(() -> Exposition.parse("up 1\n".repeat(100_001)))
        .hasMessage("line 100001: more than 100,000 samples");
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll List<String> lines) {
    try {
      assertThat(Exposition.parse(String.join("\n", lines)).samples())
          .hasSizeLessThanOrEqualTo((int) String.join("\n", lines).lines().count());
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageStartingWith("line ");
    }
  }
}
