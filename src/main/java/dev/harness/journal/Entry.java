package dev.harness.journal;

import dev.harness.run.RunEvent;

/**
 * Every other line of a journal.
 *
 * @param n its number among the events of the run, from 1; one that is missing was lost
 * @param at when it was published, in nanoseconds of the run's clock
 */
record Entry(long n, long at, RunEvent event) {}
