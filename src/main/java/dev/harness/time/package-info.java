/**
 * The one clock, and durations as people write them.
 *
 * <p>First in the line of data: everything that needs the time is handed a {@link
 * dev.harness.time.Ticker}, so that a test can drive it by hand. Only {@link
 * dev.harness.time.SystemTicker} reads the machine's clocks.
 */
@NullMarked
package dev.harness.time;

import org.jspecify.annotations.NullMarked;
