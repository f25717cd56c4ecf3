/**
 * The checks of contexts and engines inside a program of somebody else's, such as a test of theirs:
 * {@link dev.harness.embed.Harness} runs them on a {@link dev.harness.user.ContextSystem}, by the
 * same runner, driver and evaluator as {@code harness run}, and gives a verdict. Nothing is
 * written, no other process is started, and Quarkus does not run.
 */
@NullMarked
package dev.harness.embed;

import org.jspecify.annotations.NullMarked;
