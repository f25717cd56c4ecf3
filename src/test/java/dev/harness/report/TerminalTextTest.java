package dev.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TerminalTextTest {

  @Test
  void leavesPlainTextAsItIs() {
    assertThat(TerminalText.line("5 ≥ 3: café, 日本 → ✔")).isEqualTo("5 ≥ 3: café, 日本 → ✔");
  }

  @Test
  void isOneLineWithoutEscapes() {
    assertThat(TerminalText.line("a\r\n\tb\u001b[2Jc\u009bd\u2028e\u202ef\u0000\n"))
        .isEqualTo("a b [2Jc d e f");
  }

  @Property
  void nothingThatControlsGetsThrough(@ForAll String text) {
    assertThat(TerminalText.line(text).codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
  }
}
