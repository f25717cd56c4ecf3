package dev.harness.verdict;

import dev.harness.measure.Figure;

/**
 * A limit that the last windows of a load break.
 *
 * @param phase whose load
 * @param figure of the limit's metric, over those windows; none where nothing completes
 */
public record LiveBreach(String phase, LiveLimit limit, Figure figure) {}
