package dev.harness.verdict;

/**
 * What came of holding a run against an earlier one.
 *
 * @param verdict {@link Verdict#BREACH} where it got worse, {@link Verdict#INCONCLUSIVE} where
 *     nobody can tell, else {@link Verdict#PASS}
 * @param reason in one line
 */
public record AgainstBaseline(Verdict verdict, String reason) {}
