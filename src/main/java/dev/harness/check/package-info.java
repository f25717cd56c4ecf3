/**
 * The built-in checks, one file each, in a package for each suite.
 *
 * <p>A check names its load, its targets, its metrics and its limits, and nothing else: driving,
 * waiting and judging are done for it.
 */
@NullMarked
package dev.harness.check;

import org.jspecify.annotations.NullMarked;
