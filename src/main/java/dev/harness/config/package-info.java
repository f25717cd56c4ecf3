/**
 * Thresholds files: read, checked to the last key, and turned into a {@code Ruleset}.
 *
 * <p>Beside the line of data, before it begins: nothing is started while a file is wrong, and all
 * that is wrong with it is said at once, with line and column.
 */
@NullMarked
package dev.harness.config;

import org.jspecify.annotations.NullMarked;
