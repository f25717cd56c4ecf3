package dev.harness.report.html;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.harness.report.NumberText;
import dev.harness.report.WholeFile;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code report.html}: the whole run on one page. On top the verdict and why; then checks with
 * figure, limit and margin; then each check with its charts; then what it ran on. Without scripts
 * the charts are missing, and every table is there.
 */
public final class HtmlReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunRecord record;
  private final NumberText numbers;
  private final Markup page = new Markup();
  private final ArrayNode charts = JSON.createArrayNode();

  private HtmlReport(RunRecord record) {
    this.record = record;
    this.numbers = NumberText.of(record);
  }

  /**
   * Writes the page to a file of its own.
   *
   * @throws IOException where the file cannot be written whole; then none is left
   */
  public static void write(RunRecord record, Path file) throws IOException {
    WholeFile.write(file, text(record));
  }

  static String text(RunRecord record) {
    return "<!doctype html>\n" + new HtmlReport(record).page();
  }

  private Markup page() {
    page.open("html", "lang", "en");
    head();
    page.open("body").element("a", "To the checks", "class", "skip", "href", "#checks");
    VerdictPart.write(record, numbers, page);
    page.open("main");
    ChecksPart.write(record, numbers, page);
    page.open("section", "aria-labelledby", "details")
        .element("h2", "Check by check", "id", "details")
        .open("noscript")
        .element("p", "Charts need JavaScript; all figures are in the tables.")
        .close("noscript");
    for (CheckResult result : record.results()) {
      new CheckPart(record, result, numbers, page).write(chart -> chart.write(charts));
    }
    page.close("section");
    EnvironmentPart.write(record, page);
    page.close("main");
    scripts();
    return page.close("body").close("html");
  }

  private void head() {
    page.open("head")
        .open("meta", "charset", "utf-8")
        .open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .open(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'unsafe-inline'; script-src %s %s"
                .formatted(Part.CHART_LIBRARY.hash(), Part.SCRIPT.hash()))
        .element(
            "title",
            "%s – harness run %s".formatted(record.verdict().status(), record.plan().runId()))
        .raw("style", Part.CHART_STYLE.text() + Part.STYLE.text())
        .close("head");
  }

  private void scripts() {
    page.raw("script", data(), "type", "application/json", "id", "charts");
    page.raw("script", Part.CHART_LIBRARY.text());
    page.raw("script", Part.SCRIPT.text());
  }

  /** No text in it can end the element that it stands in. */
  private String data() {
    return charts.toString().replace("<", "\\u003c");
  }
}
