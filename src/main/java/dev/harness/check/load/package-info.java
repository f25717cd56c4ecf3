/** Checks of open loads over time: a sustained rate, a spike, a ramp. */
@NullMarked
package dev.harness.check.load;

import org.jspecify.annotations.NullMarked;
