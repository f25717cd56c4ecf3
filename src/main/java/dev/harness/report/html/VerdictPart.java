package dev.harness.report.html;

import dev.harness.metric.Unit;
import dev.harness.report.JudgementText;
import dev.harness.report.NumberText;
import dev.harness.report.Reason;
import dev.harness.run.RunRecord;
import dev.harness.verdict.Judgement;
import dev.harness.verdict.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The top of the page: what the run amounts to, and why. */
final class VerdictPart {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private VerdictPart() {}

  static void write(RunRecord record, NumberText numbers, Markup page) {
    page.open("header")
        .element(
            "p",
            "harness · run %s · profile %s · %s"
                .formatted(
                    record.plan().runId(),
                    record.plan().profile().id(),
                    UTC.format(record.started())),
            "class",
            "quiet")
        .open("h1");
    badge(record.verdict(), record.verdict().status(), page);
    page.text("%d of %d checks passed".formatted(record.passed(), record.applicable()))
        .close("h1")
        .element(
            "p",
            "In %.1f s; exit code %d; overall success rate %s."
                .formatted(
                    record.seconds(),
                    record.exitCode().code(),
                    numbers.of(record.overallSuccess(), Unit.PERCENT)));
    why(record, numbers, page);
    page.close("header");
  }

  /** The verdict by its own name. */
  static void badge(Verdict verdict, Markup page) {
    badge(verdict, verdict.id().replace('_', ' '), page);
  }

  /** The verdict as a sign, a word and a colour: any one of them will do. */
  static void badge(Verdict verdict, String word, Markup page) {
    String sign =
        switch (verdict) {
          case PASS -> "✔";
          case BREACH, ERROR -> "✘";
          case NO_DATA, INCONCLUSIVE -> "?";
          case NOT_RUN -> "–";
        };
    page.open("span", "class", "badge " + verdict.id())
        .open("span", "aria-hidden", "true")
        .text(sign)
        .close("span")
        .text(word)
        .close("span");
  }

  private static void why(RunRecord record, NumberText numbers, Markup page) {
    List<Reason> reasons = Reason.of(record, numbers);
    if (reasons.isEmpty()) {
      narrowest(record).ifPresent(judgement -> page.element("p", kept(judgement, numbers)));
      return;
    }
    page.element("h2", "Why", "id", "why").open("ul", "class", "why");
    for (Reason reason : reasons) {
      page.open("li");
      badge(reason.verdict(), page);
      if (!reason.subject().isEmpty()) {
        page.element("a", reason.subject(), "href", "#" + CheckPart.anchor(reason.subject()));
      }
      page.element("span", reason.text()).close("li");
    }
    page.close("ul");
  }

  /** Of the headlines: what else a check is judged on stands in its own part. */
  private static Optional<Judgement> narrowest(RunRecord record) {
    return record.results().stream()
        .flatMap(result -> result.headline().stream())
        .filter(judgement -> judgement.marginPercent() > 0)
        .min(Comparator.comparing(Judgement::marginPercent));
  }

  private static String kept(Judgement judgement, NumberText numbers) {
    var text = JudgementText.of(judgement, numbers);
    return "Every limit is kept to. The narrowest margin is that of %s: %s, where the limit is %s."
        .formatted(text.metric(), text.figure(), text.limit());
  }
}
