/**
 * The reference system: what a service looks like after its move to isolated contexts per user.
 *
 * <p>Beside the line of data: it is what the checks hit, in this process through {@link
 * dev.harness.reference.ReferenceContextSystem} and in a process of its own through {@code
 * service}. Nothing here is shared between users, everything is bounded, and what overflows is
 * counted. {@link dev.harness.reference.UserSlots} and {@link dev.harness.reference.UserEvents} are
 * the seams at which faulty variants are put in.
 */
@NullMarked
package dev.harness.reference;

import org.jspecify.annotations.NullMarked;
