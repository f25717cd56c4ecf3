/**
 * Chance that can be repeated: whatever a run leaves to chance is computed from its seed.
 *
 * <p>Beside the clock, the other thing that must be handed in for a run to come out the same again.
 */
@NullMarked
package dev.harness.random;

import org.jspecify.annotations.NullMarked;
