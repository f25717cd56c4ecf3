/**
 * What happened: samples, the recorder that folds them, and the windows it gives off.
 *
 * <p>Between the driver and the verdict. A window is keyed by the <em>intended</em> start of its
 * samples, and merging is {@code plus}, with a zero; counts are conserved from the first recorder
 * to the last report.
 */
@NullMarked
package dev.harness.measure;

import org.jspecify.annotations.NullMarked;
