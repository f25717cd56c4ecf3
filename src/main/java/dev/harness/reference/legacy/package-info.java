/**
 * The legacy twin: the reference system as it was before its move to isolated contexts per user,
 * with one registry, one engine and one emitter for everybody, and the current user in a field.
 *
 * <p>Beside the line of data: what the isolated contexts are compared with, and what shows why they
 * are there. Its failures are faithful and meant to stay.
 */
@NullMarked
package dev.harness.reference.legacy;

import org.jspecify.annotations.NullMarked;
