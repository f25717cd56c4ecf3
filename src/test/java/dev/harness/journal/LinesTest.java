package dev.harness.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void givesLinesAndSaysWhichIsWhole() throws IOException {
    Lines lines = lines("one\n\nthree");

    assertLine(lines, "one", 4, true);
    assertLine(lines, "", 1, true);
    assertLine(lines, "three", 5, false);
    assertThat(lines.next()).isFalse();
  }

  @Test
  void keepsNothingOfALineThatIsLongerThanAnyMayBe() throws IOException {
    Lines lines = lines("short\nmuch longer\nshort\n");

    assertLine(lines, "short", 6, true);
    assertLine(lines, "", 12, true);
    assertLine(lines, "short", 6, true);
  }

  private static Lines lines(String text) {
    return new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 6);
  }

  private static void assertLine(Lines lines, String text, long bytes, boolean whole)
      throws IOException {
    assertThat(lines.next()).isTrue();
    assertThat(new String(lines.text(), StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(lines.bytes()).isEqualTo(bytes);
    assertThat(lines.whole()).isEqualTo(whole);
  }
}
