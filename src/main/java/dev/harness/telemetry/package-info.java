/**
 * The metrics of a run while it lasts, for Prometheus.
 *
 * <p>Beside the line of data: it looks on, and measures nothing of its own. What it tells is made
 * of the same record as every report.
 */
@NullMarked
package dev.harness.telemetry;

import org.jspecify.annotations.NullMarked;
