package dev.harness.report.html;

import dev.harness.report.JudgementText;
import dev.harness.report.NumberText;
import dev.harness.run.Check;
import dev.harness.run.CheckResult;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Verdict;
import java.util.List;

/** All checks at a glance, each with its figure, limit and margin, and a way to the rest of it. */
final class ChecksPart {
  private static final JudgementText NONE = new JudgementText("–", "–", "–", "–");

  private ChecksPart() {}

  static void write(RunRecord record, NumberText numbers, Markup page) {
    page.open("section", "aria-labelledby", "checks").element("h2", "Checks", "id", "checks");
    page.open("div", "class", "scrolls", "tabindex", "0", "role", "region")
        .open("table", "class", "checks")
        .element("caption", "The most telling figure of each check, or its worst")
        .open("thead")
        .open("tr");
    for (String title : List.of("Check", "Verdict", "Metric")) {
      page.element("th", title, "scope", "col");
    }
    for (String title : List.of("Figure", "Limit", "Margin")) {
      page.element("th", title, "scope", "col", "class", "number");
    }
    page.close("tr").close("thead").open("tbody");
    record.results().forEach(result -> row(result, numbers, page));
    record.notRun().forEach(check -> row(check, "not run", page));
    record.plan().left().forEach(check -> row(check, "not in this profile", page));
    page.close("tbody").close("table").close("div").close("section");
  }

  private static void row(CheckResult result, NumberText numbers, Markup page) {
    String id = result.check().id().toString();
    JudgementText text =
        result.headline().map(headline -> JudgementText.of(headline, numbers)).orElse(NONE);
    page.open("tr")
        .open("th", "scope", "row")
        .element("a", id, "href", "#" + CheckPart.anchor(id))
        .close("th")
        .open("td");
    VerdictPart.badge(result.verdict(), page);
    page.close("td")
        .element("td", text.metric(), "class", "metric")
        .element("td", text.figure(), "class", "number")
        .element("td", text.limit(), "class", "number")
        .element("td", text.margin(), "class", "number")
        .close("tr");
  }

  private static void row(Check check, String why, Markup page) {
    page.open("tr").element("th", check.id().toString(), "scope", "row").open("td");
    VerdictPart.badge(Verdict.NOT_RUN, why, page);
    page.close("td").element("td", "", "colspan", "4").close("tr");
  }
}
