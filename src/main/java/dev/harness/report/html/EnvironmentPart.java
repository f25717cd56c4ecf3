package dev.harness.report.html;

import dev.harness.metric.Unit;
import dev.harness.report.Again;
import dev.harness.report.Recommendations;
import dev.harness.run.RunRecord;
import java.util.TreeMap;

/** The end of the page: what to look at next, how to have the run again, and what it ran on. */
final class EnvironmentPart {

  private EnvironmentPart() {}

  static void write(RunRecord record, Markup page) {
    recommendations(record, page);
    page.open("section", "aria-labelledby", "again")
        .element("h2", "How to have it again", "id", "again")
        .open("pre", "tabindex", "0")
        .element("code", Again.command(record.plan()))
        .close("pre")
        .element("p", "The seed brings the same arrivals, pauses and order of users.")
        .close("section");
    page.open("section", "aria-labelledby", "environment")
        .element("h2", "Environment", "id", "environment");
    facts(record, page);
    use(record, page);
    page.close("section");
  }

  private static void recommendations(RunRecord record, Markup page) {
    var found = Recommendations.of(record);
    if (found.isEmpty()) {
      return;
    }
    page.open("section", "aria-labelledby", "next")
        .element("h2", "What to look at next", "id", "next")
        .open("ul", "class", "why");
    for (var one : found) {
      page.open("li");
      VerdictPart.badge(one.verdict(), page);
      page.element("a", one.check(), "href", "#" + CheckPart.anchor(one.check()))
          .element("span", one.text())
          .close("li");
    }
    page.close("ul").close("section");
  }

  private static void facts(RunRecord record, Markup page) {
    var host = record.host();
    var table = new Table("Machine, versions and settings", 2, "What", "Value");
    table
        .row("platform", host.platform() + " " + host.osVersion() + ", " + host.architecture())
        .row("processor", "%s, %d cores".formatted(host.cpuModel(), host.logicalCpus()))
        .row("memory", "%.1f GB".formatted(host.memoryBytes() / Unit.BYTES_PER_GIGABYTE));
    new TreeMap<>(record.facts()).forEach((name, value) -> table.row(name, value));
    table.on(page);
  }

  private static void use(RunRecord record, Markup page) {
    var table =
        new Table(
            "What processes used", 1, "Process", "Peak RSS", "CPU time", "Threads", "Open files");
    new TreeMap<>(record.use())
        .forEach(
            (role, used) ->
                table.row(
                    role,
                    "%,.0f MB".formatted(used.peakRssBytes() / Unit.BYTES_PER_MEGABYTE),
                    "%,.1f s".formatted(used.cpuNanos() / 1e9),
                    "%,d".formatted(used.peakThreads()),
                    "%,d".formatted(used.peakOpenFiles())));
    table.on(page);
  }
}
