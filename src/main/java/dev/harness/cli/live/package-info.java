/**
 * A run as somebody sees it who watches it on a terminal.
 *
 * <p>{@code LiveRun} is a fold of the run's events, {@code LiveView} turns it into lines of a given
 * width, and {@code Block} draws them in place. All three are pure; the clock, the terminal and its
 * signals are {@code cli}'s.
 */
@NullMarked
package dev.harness.cli.live;

import org.jspecify.annotations.NullMarked;
