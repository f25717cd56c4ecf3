/**
 * Users and the contexts that keep them apart.
 *
 * <p>Second in the line of data: every operation belongs to a user and runs inside that user's
 * {@link dev.harness.user.UserExecutionContext}. {@link dev.harness.user.ContextSystem} is the door
 * for systems whose contexts live in this process.
 */
@NullMarked
package dev.harness.user;

import org.jspecify.annotations.NullMarked;
