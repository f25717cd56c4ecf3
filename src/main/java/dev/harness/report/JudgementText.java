package dev.harness.report;

import dev.harness.verdict.Judgement;

/**
 * A judgement as text for people, part by part; a dash where there is nothing to tell.
 *
 * @param metric its id
 * @param figure with its unit
 * @param limit with its bound
 * @param margin what is left before the limit
 */
public record JudgementText(String metric, String figure, String limit, String margin) {

  public static JudgementText of(Judgement judgement, NumberText numbers) {
    var metric = judgement.criterion().metric();
    return new JudgementText(
        metric.id(),
        numbers.of(judgement.figure(), metric.unit()),
        numbers.limit(judgement),
        numbers.margin(judgement.marginPercent()));
  }
}
