package dev.harness.report.html;

import dev.harness.report.TerminalText;
import java.util.List;

/** HTML under construction. All text that enters is escaped, whoever it comes from. */
final class Markup {
  private final StringBuilder html = new StringBuilder();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Markup open(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      html.append(escaped(attributes[i + 1])).append('"');
    }
    html.append('>');
    return this;
  }

  Markup close(String tag) {
    html.append("</").append(tag).append(">\n");
    return this;
  }

  Markup text(String text) {
    html.append(escaped(text));
    return this;
  }

  /** A whole element with nothing but text in it. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /** A list of texts; nothing where there are none. */
  Markup list(List<String> texts) {
    if (!texts.isEmpty()) {
      open("ul");
      texts.forEach(text -> element("li", text));
      close("ul");
    }
    return this;
  }

  /** What is no text but script, style, or data in a form of its own: never from outside. */
  Markup raw(String tag, String content, String... attributes) {
    open(tag, attributes);
    html.append(content);
    return close(tag);
  }

  private static String escaped(String text) {
    return TerminalText.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
