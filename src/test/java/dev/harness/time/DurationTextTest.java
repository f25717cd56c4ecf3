package dev.harness.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "300, PT5M",
    "0, PT0S",
    "0.5, PT0.5S",
    "1.25m, PT75S",
    "0.001s, PT0.001S",
    "250ms, PT0.25S",
    "90s, PT1M30S",
    "5m, PT5M",
    "2h, PT2H"
  })
  void readsWhatPeopleWrite(String text, Duration meant) {
    assertThat(DurationText.parse(text)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s",
        "-1s",
        "1.5ms",
        ".5",
        "1.",
        "1.0001",
        "1 s",
        "1d",
        "1min",
        "9999999999",
        "NaN",
        "5M"
      })
  void refusesAnythingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DurationText.parse(text))
        .withMessage("'%s' is no duration; write 300, 0.5, 250ms, 90s, 5m or 2h", text);
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0s", "PT0.25S, 250ms", "PT90S, 90s", "PT2M, 2m", "PT2H, 2h", "PT61M, 61m"})
  void writesWhatItWouldRead(Duration duration, String text) {
    assertThat(DurationText.of(duration)).isEqualTo(text);
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }
}
