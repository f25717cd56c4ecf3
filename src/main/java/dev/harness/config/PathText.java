package dev.harness.config;

import dev.harness.plan.scenario.Encoding;
import dev.harness.plan.scenario.Template;
import dev.harness.plan.scenario.TemplateGrammar;

/** A path in a plan, with its query. */
final class PathText {
  /** What one looks like before its variables have values. */
  static final String FORM = "[/$]\\S*";

  private PathText() {}

  /**
   * Values are encoded, so that what is in them stays one part of the path; but one at its very
   * beginning is a path, such as that of a {@code Location}.
   *
   * @throws IllegalArgumentException for a variable that is not known
   */
  static Template parse(String text, TemplateGrammar grammar) {
    int afterFirst = text.startsWith("${") ? text.indexOf('}') + 1 : 0;
    return grammar
        .parse(text.substring(0, afterFirst), Encoding.PLAIN)
        .plus(grammar.parse(text.substring(afterFirst), Encoding.PERCENT));
  }
}
