/**
 * Two runs held against each other: whether the later one is worse, by more than a margin and more
 * than chance.
 *
 * <p>Reads runs in one form, {@code report.json}: that of a stored report, or the one that a
 * journal gives. A pure function of two such, and of runs that show how runs differ.
 */
@NullMarked
package dev.harness.compare;

import org.jspecify.annotations.NullMarked;
