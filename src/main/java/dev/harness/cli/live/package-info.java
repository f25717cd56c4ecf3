/**
 * A run, or a process under a monitor, as somebody sees it who watches it on a terminal.
 *
 * <p>{@code LiveRun} is a fold of the run's events, {@code LiveView} turns it into lines of a given
 * width, and {@code Block} draws them in place; {@code MonitorView} does the same with what a
 * monitor saw. All are pure; the clock, the terminal and its signals are {@code cli}'s.
 */
@NullMarked
package dev.harness.cli.live;

import org.jspecify.annotations.NullMarked;
