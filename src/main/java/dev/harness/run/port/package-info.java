/**
 * The ports: what a check may ask of the things it hits and watches.
 *
 * <p>Adapters, one library each, live in {@code target} and {@code host}.
 */
@NullMarked
package dev.harness.run.port;

import org.jspecify.annotations.NullMarked;
