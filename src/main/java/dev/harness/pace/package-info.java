/**
 * When: the intended times of operations.
 *
 * <p>An open load is a sequence of arrivals, and the time of an arrival is computed from its index
 * alone: no state, no thread, no sum of steps that could drift. What is random is computed from a
 * seed and the index. The driver asks; nothing here waits.
 */
@NullMarked
package dev.harness.pace;

import org.jspecify.annotations.NullMarked;
