package dev.harness.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.ScreenTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blocks as an emulated terminal shows them. */
class BlockTest {
  private static final int COLUMNS = 20;
  private static final String HIDE = "\u001b[?25l";
  private static final String SHOW = "\u001b[?25h";

  private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, 6);
  private final Block block = new Block(false);

  @BeforeEach
  void somebodyHasTyped() {
    write("$ harness run\n");
  }

  @Test
  void isDrawnInPlace() {
    write(draw("one", "two"));
    write(draw("1", "2"));

    assertThat(rows()).containsExactly("$ harness run", "1", "2");
  }

  @Test
  void leavesNothingOfALongerOne() {
    write(draw("one", "two", "three"));
    write(draw("1"));

    assertThat(rows()).containsExactly("$ harness run", "1");
  }

  @Test
  void staysBelowWhatIsPrinted() {
    write(draw("one", "two"));
    write(block.above("a check\n", COLUMNS));
    write(draw("1", "2"));

    assertThat(rows()).containsExactly("$ harness run", "a check", "1", "2");
  }

  @Test
  void staysInPlaceAtTheBottomOfTheScreen() {
    for (int check = 1; check <= 5; check++) {
      write(draw("one", "two"));
      write(block.above("check " + check + "\n", COLUMNS));
    }

    assertThat(rows()).containsExactly("check 3", "check 4", "check 5", "one", "two");
  }

  @Test
  void goesWithoutATrace() {
    write(draw("one", "two"));
    write(block.erase(COLUMNS));
    write("result\n");

    assertThat(rows()).containsExactly("$ harness run", "result");
    assertThat(block.erase(COLUMNS)).isEmpty();
  }

  @Test
  void overwritesKeysThatWereTyped() {
    write(draw("one"));
    write("^Cabc");
    write(draw("1"));

    assertThat(rows()).containsExactly("$ harness run", "1");
  }

  @Test
  void findsItsBeginningAgainWhereANarrowerTerminalHasWrappedIt() {
    write(draw("twenty columns are 20", "two"));
    String again = block.draw(List.of(), COLUMNS / 2);

    assertThat(again).as("3 rows for the first line and 1 for the second").contains("\u001b[4A");
  }

  @Test
  void beginsAnewBelowWhatAShellHasPrinted() {
    write(draw("one"));
    write("^Z\n$ fg\n");
    block.forget();
    write(draw("1"));

    assertThat(rows()).containsExactly("$ harness run", "one", "^Z", "$ fg", "1");
  }

  @Test
  void leavesTheTerminalWholeEachTime() {
    for (String text : List.of(draw("one"), block.above("line\n", COLUMNS), block.erase(COLUMNS))) {
      assertThat(text.lastIndexOf(SHOW)).isGreaterThanOrEqualTo(text.lastIndexOf(HIDE));
    }
  }

  private String draw(String... lines) {
    return block.draw(Arrays.stream(lines).map(AttributedString::new).toList(), COLUMNS);
  }

  /** As a terminal's driver does, each line feed also returns to the first column. */
  private void write(String text) {
    screen.write(text.replace("\n", "\r\n"));
  }

  private List<String> rows() {
    return screen
        .toString()
        .lines()
        .map(String::stripTrailing)
        .filter(row -> !row.isEmpty())
        .toList();
  }
}
