/**
 * What can be measured: metric ids, their units, and the built-in catalogue.
 *
 * <p>Third in the line of data: plans, thresholds, figures and reports all speak of a {@link
 * dev.harness.metric.Metric}.
 */
@NullMarked
package dev.harness.metric;

import org.jspecify.annotations.NullMarked;
