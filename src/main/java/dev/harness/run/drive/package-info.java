/**
 * The load driver: fires operations at their intended times on the event loop, and never blocks.
 *
 * <p>Arrivals come in, samples go into recorders, and one-second windows leave through a Mutiny
 * stream.
 */
@NullMarked
package dev.harness.run.drive;

import org.jspecify.annotations.NullMarked;
