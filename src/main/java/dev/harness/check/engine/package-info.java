/** Checks of execution engines and their factory. */
@NullMarked
package dev.harness.check.engine;

import org.jspecify.annotations.NullMarked;
