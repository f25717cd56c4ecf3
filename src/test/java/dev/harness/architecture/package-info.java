/**
 * The rules that hold the architecture: which package may use what, and what no file may contain.
 */
@NullMarked
package dev.harness.architecture;

import org.jspecify.annotations.NullMarked;
