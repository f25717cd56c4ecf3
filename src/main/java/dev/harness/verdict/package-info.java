/**
 * What it means: figures held against limits.
 *
 * <p>Pure functions from what was measured to pass, breach, no data or inconclusive. Missing data
 * is never a pass.
 */
@NullMarked
package dev.harness.verdict;

import org.jspecify.annotations.NullMarked;
