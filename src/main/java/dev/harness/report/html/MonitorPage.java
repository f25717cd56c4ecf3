package dev.harness.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.report.WholeFile;
import dev.harness.report.WrittenMonitor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@code harness monitor} saw, on one page. On top how it is, why, and what to try next;
 * then alarms; then processes, host and sources with their charts, in which alarms are marked; then
 * the rules that it was held against.
 */
public final class MonitorPage {
  private static final int NAME_ENDS = 2;

  private MonitorPage() {}

  /**
   * Writes the page to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void write(WrittenMonitor monitor, Path file) throws IOException {
    WholeFile.write(file, text(monitor));
  }

  static String text(WrittenMonitor monitor) {
    var page = new Page("%s – harness monitor".formatted(monitor.health()));
    Markup markup = page.markup();
    header(monitor, markup);
    markup.open("main");
    section("alarms", "Alarms", markup);
    alarms(monitor, markup);
    markup.close("section");
    var series = new MonitorSeries(monitor.root());
    section("processes", "Processes and host", markup);
    markup
        .open("noscript")
        .element("p", "Charts need JavaScript; the figures are in the tables.")
        .close("noscript");
    new MonitorUse(monitor.root(), series, page).write();
    markup.close("section");
    MonitorSources.write(monitor.root(), series, page);
    section("rules", "Rules", markup);
    rules(monitor, markup);
    markup.close("section").close("main");
    return page.text();
  }

  private static void section(String id, String title, Markup markup) {
    markup.open("section", "aria-labelledby", id).element("h2", title, "id", id);
  }

  private static void header(WrittenMonitor monitor, Markup markup) {
    markup
        .open("header")
        .element("p", "harness monitor · " + monitor.started(), "class", "quiet")
        .open("h1");
    badge(monitor.health(), markup);
    markup.text(" " + monitor.extent()).close("h1");
    if (monitor.reasons().isEmpty()) {
      markup.element("p", "No rule found anything wrong.");
    } else {
      markup.element("h2", "Why", "id", "why").open("ul", "class", "why");
      monitor.reasons().forEach(reason -> reason(reason, markup));
      markup.close("ul");
    }
    if (!monitor.advice().isEmpty()) {
      markup
          .element("h2", "What to try next", "id", "next")
          .open("div", "class", "trouble")
          .list(monitor.advice())
          .close("div");
    }
    markup.close("header");
  }

  /** It begins with how grave it is. */
  private static void reason(String reason, Markup markup) {
    String[] parts = reason.split(": ", NAME_ENDS);
    markup.open("li");
    if (parts.length == NAME_ENDS) {
      badge(parts[0], markup);
    }
    markup.element("span", " " + parts[parts.length - 1]).close("li");
  }

  /** A sign, a word and a colour: any one of them will do. */
  private static void badge(String health, Markup markup) {
    String sign = health.equals("healthy") ? "✔" : health.equals("critical") ? "✘" : "!";
    String style =
        health.equals("healthy") ? "pass" : health.equals("critical") ? "breach" : "no_data";
    markup
        .open("span", "class", "badge " + style)
        .open("span", "aria-hidden", "true")
        .text(sign)
        .close("span")
        .text(health)
        .close("span");
  }

  private static void alarms(WrittenMonitor monitor, Markup markup) {
    List<JsonNode> fired = WrittenMonitor.elements(monitor.root().at("/alerts/fired"));
    if (fired.isEmpty()) {
      markup.element("p", "None fired.");
    }
    var table =
        new Table(
            "Alarms that fired, gravest first",
            4,
            "Rule",
            "Severity",
            "Of",
            "At the end",
            "First after",
            "With");
    for (JsonNode alarm : fired) {
      table.row(
          alarm.path("rule").asText(),
          alarm.path("severity").asText(),
          alarm.path("subject").asText(),
          alarm.path("state").asText(),
          MonitorCell.number(alarm.path("first_fired_seconds"), "s"),
          MonitorCell.estimate(alarm, "figure", ""));
    }
    table.on(markup);
  }

  private static void rules(WrittenMonitor monitor, Markup markup) {
    var table = new Table("What it was held against", 3, "Rule", "Trigger", "Severity", "For");
    for (JsonNode rule : monitor.root().path("thresholds_used")) {
      table.row(
          rule.path("rule").asText(),
          rule.path("trigger").asText(),
          rule.path("severity").asText(),
          MonitorCell.number(rule.path("for_seconds"), "s"));
    }
    table.on(markup);
  }
}
