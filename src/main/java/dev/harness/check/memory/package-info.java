/** Checks of memory: what is kept for good, what a collection gives back, what a process takes. */
@NullMarked
package dev.harness.check.memory;

import org.jspecify.annotations.NullMarked;
