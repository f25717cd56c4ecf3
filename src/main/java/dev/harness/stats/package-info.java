/** Statistics that verdicts rest on: pure functions of numbers, each with its source. */
@NullMarked
package dev.harness.stats;

import org.jspecify.annotations.NullMarked;
