package dev.harness.reference;

/**
 * One event as one stream gets it.
 *
 * @param sequence 1 for the stream's first event, and one more for each that follows
 * @param payload what was emitted
 */
public record UserEvent(long sequence, String payload) {}
