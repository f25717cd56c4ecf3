/** Checks at the limits and beyond. */
@NullMarked
package dev.harness.check.stress;

import org.jspecify.annotations.NullMarked;
