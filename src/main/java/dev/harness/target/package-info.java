/**
 * What is hit: adapters behind the ports that the runner drives, one library each.
 *
 * <p>Beside the line of data: the runner sees only its ports, and no adapter knows another.
 */
@NullMarked
package dev.harness.target;

import org.jspecify.annotations.NullMarked;
