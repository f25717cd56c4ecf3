/**
 * What a run is asked to do: loads, limits and settings, as records that validate.
 *
 * <p>A value of this package that exists is valid. Files are read by {@code config}; what they say
 * ends up here.
 */
@NullMarked
package dev.harness.plan;

import org.jspecify.annotations.NullMarked;
