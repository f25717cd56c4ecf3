/**
 * Carries checks through: from the first event to the last verdict.
 *
 * <p>The coordinator of the line of data. It runs on a thread of its own, in straight lines, and
 * waits only where a phase is driven; the load itself never waits ({@code run.drive}). What is hit
 * or watched stands behind a port ({@code run.port}).
 */
@NullMarked
package dev.harness.run;

import org.jspecify.annotations.NullMarked;
