/**
 * Two runs held against each other: whether the later one is worse, by more than a margin and more
 * than chance.
 *
 * <p>Reads runs in one form, that of {@code report.json}: a stored one, or one that was just made.
 * A pure function of two such, and of runs that show how runs differ.
 */
@NullMarked
package dev.harness.compare;

import org.jspecify.annotations.NullMarked;
