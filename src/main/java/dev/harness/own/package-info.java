/**
 * A user's own code, from {@code harness run --classpath}: found by {@code ServiceLoader}, and made
 * checks and targets like any others. Nothing of it is trusted to do as it says: whatever it throws
 * before a run is one line, and whatever it throws in one is a failure of its check.
 */
@NullMarked
package dev.harness.own;

import org.jspecify.annotations.NullMarked;
