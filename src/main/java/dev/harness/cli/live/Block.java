package dev.harness.cli.live;

import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Lines at the end of a terminal's text that are drawn again in place, below whatever is printed
 * for good. Gives the text to be written, in ECMA-48's control sequences, to be written at once.
 *
 * <p>Each text leaves the terminal whole: cursor visible, at the beginning of the line below the
 * block, no style set. So there is nothing to restore however the program ends, and a shell's
 * prompt finds a line of its own.
 */
public final class Block {
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String UP = "\u001b[%dA";
  private static final String ERASE_TO_END_OF_LINE = "\u001b[K";
  private static final String ERASE_BELOW = "\u001b[J";

  private final boolean colour;
  private List<AttributedString> drawn = List.of();

  public Block(boolean colour) {
    this.colour = colour;
  }

  /**
   * Draws these lines in the place of those that were drawn. What differs is overwritten and not
   * erased first: nothing flickers.
   *
   * @param columns of the terminal now; lines are narrower than that
   */
  public String draw(List<AttributedString> lines, int columns) {
    return HIDE_CURSOR + begin(columns) + put(lines) + ERASE_BELOW + SHOW_CURSOR;
  }

  /**
   * Prints text above the block.
   *
   * @param text lines, each ended
   */
  public String above(String text, int columns) {
    return drawn.isEmpty()
        ? text
        : HIDE_CURSOR + begin(columns) + ERASE_BELOW + text + put(drawn) + SHOW_CURSOR;
  }

  /** Takes the block away. */
  public String erase(int columns) {
    String text = drawn.isEmpty() ? "" : begin(columns) + ERASE_BELOW;
    drawn = List.of();
    return text;
  }

  /** Leaves the block to what has been printed below it: the next one begins at the cursor. */
  public void forget() {
    drawn = List.of();
  }

  private String put(List<AttributedString> lines) {
    drawn = List.copyOf(lines);
    var text = new StringBuilder();
    for (AttributedString line : lines) {
      text.append(colour ? line.toAnsi() : line.toString())
          .append(ERASE_TO_END_OF_LINE)
          .append('\n');
    }
    return text.toString();
  }

  /** Back to the first line. A terminal that has become narrower has wrapped the lines since. */
  private String begin(int columns) {
    int rows = 0;
    for (AttributedString line : drawn) {
      rows += Math.max(1, (line.columnLength() + columns - 1) / columns);
    }
    return rows == 0 ? "\r" : "\r" + UP.formatted(rows);
  }
}
