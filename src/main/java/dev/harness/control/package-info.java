/**
 * The proof of the harness itself: each detector is shown something broken, which it must catch,
 * and something that only looks so, which it must leave alone; and whether this machine is fit to
 * judge.
 *
 * <p>On top of the checks and the targets: a control runs a check as {@code harness run} does.
 */
@NullMarked
package dev.harness.control;

import org.jspecify.annotations.NullMarked;
