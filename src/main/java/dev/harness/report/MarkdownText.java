package dev.harness.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Markdown as GitHub and GitLab read it, of text that may come from outside. */
public final class MarkdownText {
  /**
   * Whatever has a meaning there: a mention, a tag, a link, an issue, emphasis, an end of a cell.
   * An underscore has none within a word, and addresses are links by what they begin with.
   */
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[\\\\`*{}\\[\\]()#|~>&@<]"
              + "|(?<!\\p{Alnum})_|_(?!\\p{Alnum})"
              + "|:(?=//)|(?<=www)\\.");

  private MarkdownText() {}

  /** The same in one line that is shown as it is: no tag, no link, nobody mentioned. */
  public static String escaped(String text) {
    return SPECIAL
        .matcher(TerminalText.line(text))
        .replaceAll(match -> "&#%d;".formatted((int) match.group().charAt(0)));
  }

  /** A row of a table, of cells that are escaped already. */
  public static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The head of a table. */
  public static List<String> head(String... titles) {
    return List.of(row(List.of(titles)), "|" + "---|".repeat(titles.length));
  }
}
