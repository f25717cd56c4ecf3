package dev.harness.reference;

/**
 * What the streams of events hold now and have done since they began. At rest, accepted = delivered
 * + dropped + discarded + queued.
 *
 * @param open streams that are open now
 * @param users users that have one
 * @param queued events that wait for a subscriber to ask for them
 * @param queuedBytes size of their payloads, one byte for each UTF-16 code unit
 * @param accepted events that a stream took
 * @param delivered events that were handed to a subscriber
 * @param dropped events lost because their stream overflowed
 * @param discarded events that were still queued when their subscriber left
 * @param overflowed streams that were ended because they overflowed
 */
public record StreamCounts(
    int open,
    int users,
    long queued,
    long queuedBytes,
    long accepted,
    long delivered,
    long dropped,
    long discarded,
    long overflowed) {}
