/**
 * The limits of a run: every key that a thresholds file may have, and what it judges.
 *
 * <p>One class a section of the file. {@link dev.harness.plan.threshold.ThresholdCatalogue} has
 * them all.
 */
@NullMarked
package dev.harness.plan.threshold;

import org.jspecify.annotations.NullMarked;
