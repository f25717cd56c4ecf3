package dev.harness.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table with a caption, whose first column names the rows. */
final class Table {
  private final String caption;
  private final List<String> titles;
  private final List<List<String>> rows = new ArrayList<>();
  private final int firstNumber;

  /**
   * @param firstNumber the column from which on there are numbers, to be aligned by their ends
   */
  Table(String caption, int firstNumber, String... titles) {
    this.caption = caption;
    this.firstNumber = firstNumber;
    this.titles = List.of(titles);
  }

  Table row(String... cells) {
    rows.add(Arrays.asList(cells));
    return this;
  }

  /** Puts it on the page; nothing, where it has no row. */
  void on(Markup page) {
    if (rows.isEmpty()) {
      return;
    }
    page.open("div", "class", "scrolls", "tabindex", "0", "role", "region", "aria-label", caption);
    page.open("table").element("caption", caption).open("thead").open("tr");
    for (int i = 0; i < titles.size(); i++) {
      page.element("th", titles.get(i), "scope", "col", "class", style(i));
    }
    page.close("tr").close("thead").open("tbody");
    for (List<String> row : rows) {
      page.open("tr").element("th", row.get(0), "scope", "row");
      for (int i = 1; i < row.size(); i++) {
        page.element("td", row.get(i), "class", style(i));
      }
      page.close("tr");
    }
    page.close("tbody").close("table").close("div");
  }

  private String style(int column) {
    return column >= firstNumber ? "number" : "words";
  }
}
