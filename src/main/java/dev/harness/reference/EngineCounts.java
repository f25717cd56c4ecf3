package dev.harness.reference;

/**
 * What an engine factory has done since it began. At rest, created = closed + evicted + open.
 *
 * @param created engines that were opened
 * @param refused attempts beyond a user's limit
 * @param closed engines that ended because their holder, or the shutdown, closed them
 * @param evicted engines that ended because they were stale
 * @param open engines that are open now
 * @param users users that have an engine now
 */
public record EngineCounts(
    long created, long refused, long closed, long evicted, int open, int users) {}
