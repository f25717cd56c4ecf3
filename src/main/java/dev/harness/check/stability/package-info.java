/** Checks of what only time brings about. */
@NullMarked
package dev.harness.check.stability;

import org.jspecify.annotations.NullMarked;
