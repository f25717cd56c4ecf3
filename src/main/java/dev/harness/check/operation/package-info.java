/** Operations that several checks put under load. */
@NullMarked
package dev.harness.check.operation;

import org.jspecify.annotations.NullMarked;
