/** Real peers that stall, answer at known times, break off or lie: what a target may do to us. */
@NullMarked
package dev.harness.testing.peer;

import org.jspecify.annotations.NullMarked;
