/**
 * Performance validation for reactive, multi-user services.
 *
 * <p>A run is one line of data, and the packages follow it: {@code plan} (what) → {@code pace}
 * (when) → {@code run} (the driver) → {@code target} (what is hit) → {@code measure} (what
 * happened) → {@code verdict} (pass, breach, no data, inconclusive) → {@code report}.
 */
@NullMarked
package dev.harness;

import org.jspecify.annotations.NullMarked;
