/**
 * Watches processes and their host from outside, and says how they are.
 *
 * <p>Beside a run, with the same clock, probes, rules and states: {@link
 * dev.harness.monitor.Monitor} takes a look at a time, {@link dev.harness.monitor.Watch} folds them
 * into a {@link dev.harness.monitor.MonitorRecord}, and whatever is told is made of that.
 */
@NullMarked
package dev.harness.monitor;

import org.jspecify.annotations.NullMarked;
