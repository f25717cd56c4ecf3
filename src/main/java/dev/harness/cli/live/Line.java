package dev.harness.cli.live;

import dev.harness.report.TerminalText;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Text for one line of a terminal, and how it is made to fit a width, in columns. */
public final class Line {
  static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
  static final AttributedStyle BOLD = PLAIN.bold();
  static final AttributedStyle LABEL = PLAIN.faint();
  static final AttributedStyle GOOD = PLAIN.foreground(AttributedStyle.GREEN);
  static final AttributedStyle BAD = PLAIN.foreground(AttributedStyle.RED);
  static final AttributedStyle DOUBTFUL = PLAIN.foreground(AttributedStyle.YELLOW);
  static final AttributedStyle GRAPH = PLAIN.foreground(AttributedStyle.CYAN);

  private static final String ELLIPSIS = "…";
  private static final String BETWEEN = " · ";

  private Line() {}

  static AttributedString text(String text, AttributedStyle style) {
    return new AttributedString(text, style);
  }

  /** Text that is not this program's own. */
  static AttributedString foreign(String text, AttributedStyle style) {
    return text(TerminalText.line(text), style);
  }

  static AttributedString join(AttributedString... parts) {
    var line = new AttributedStringBuilder();
    for (AttributedString part : parts) {
      line.append(part);
    }
    return line.toAttributedString();
  }

  /** As many of the items as there is room for, from the first on. */
  static AttributedString list(List<AttributedString> items, int width) {
    var line = new AttributedStringBuilder();
    for (AttributedString item : items) {
      if (line.length() > 0) {
        line.append(BETWEEN, LABEL);
      }
      line.append(item);
    }
    return fit(line.toAttributedString(), width);
  }

  /** The text, cut where it is wider. */
  public static AttributedString fit(AttributedString text, int width) {
    if (text.columnLength() <= width) {
      return text;
    }
    return width < 1
        ? AttributedString.EMPTY
        : join(text.columnSubSequence(0, width - 1), text(ELLIPSIS, LABEL));
  }

  /** One text at the left edge and one at the right; the left one gives way. */
  static AttributedString spread(AttributedString left, AttributedString right, int width) {
    AttributedString end = fit(right, width);
    AttributedString start = fit(left, width - end.columnLength() - 1);
    int gap = width - start.columnLength() - end.columnLength();
    return join(start, text(" ".repeat(Math.max(0, gap)), PLAIN), end);
  }

  /** The text, filled up with spaces. */
  static AttributedString pad(AttributedString text, int width) {
    return join(text, text(" ".repeat(Math.max(0, width - text.columnLength())), PLAIN));
  }
}
