/**
 * Metrics endpoints as Prometheus would scrape them: the text is parsed here, without a library.
 *
 * <p>Beside the line of data: an adapter behind {@code run.port.ReadingSource}.
 */
@NullMarked
package dev.harness.target.prometheus;

import org.jspecify.annotations.NullMarked;
