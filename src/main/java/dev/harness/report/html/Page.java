package dev.harness.report.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A page under construction: its head, what it looks like, its charts, and what draws them. */
final class Page {
  private final Markup markup = new Markup();

  /** JSON, chart by chart: as a tree those of a long run would take ten times the memory. */
  private final StringBuilder charts = new StringBuilder();

  private List<Double> lastX = List.of();

  /** Begins it. */
  Page(String title) {
    markup.open("html", "lang", "en");
    head(title);
    markup.open("body");
  }

  /** What stands on it. */
  Markup markup() {
    return markup;
  }

  /** Puts a chart where the page has come to. */
  void figure(Chart chart) {
    markup
        .open("figure", "class", "chart")
        .open("figcaption")
        .element("strong", chart.title())
        .text(" ")
        .element("span", chart.summary(), "class", "quiet")
        .close("figcaption")
        .open(
            "div",
            "class",
            "plot",
            "role",
            "img",
            "aria-label",
            chart.title() + ". " + chart.summary())
        .close("div")
        .open("details", "class", "data")
        .element("summary", "The same as a table")
        .close("details")
        .close("figure");
    add(chart);
  }

  /** Where its points lie as those of the chart before it, that is not said again. */
  private void add(Chart chart) {
    ObjectNode json = chart.json();
    if (chart.x().equals(lastX)) {
      json.remove("x");
    }
    lastX = chart.x();
    charts.append(charts.isEmpty() ? "" : ",").append(json);
  }

  /** Ends it. */
  String text() {
    markup.raw("script", data(), "type", "application/json", "id", "charts");
    markup.raw("script", Part.CHART_LIBRARY.text());
    markup.raw("script", Part.SCRIPT.text());
    return "<!doctype html>\n" + markup.close("body").close("html");
  }

  private void head(String title) {
    markup
        .open("head")
        .open("meta", "charset", "utf-8")
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .open(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'unsafe-inline'; script-src %s %s"
                .formatted(Part.CHART_LIBRARY.hash(), Part.SCRIPT.hash()))
        .element("title", title)
        .raw("style", Part.CHART_STYLE.text() + Part.STYLE.text())
        .close("head");
  }

  /** No text in it can end the element that it stands in. */
  private String data() {
    return "[" + charts.toString().replace("<", "\\u003c") + "]";
  }
}
