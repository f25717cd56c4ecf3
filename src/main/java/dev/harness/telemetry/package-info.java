/**
 * The metrics of a run: for Prometheus while it lasts, and pushed once when it has ended.
 *
 * <p>Beside the line of data: it looks on, and measures nothing of its own. What it tells is made
 * of the same record as every report.
 */
@NullMarked
package dev.harness.telemetry;

import org.jspecify.annotations.NullMarked;
