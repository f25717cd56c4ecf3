/**
 * The process behind a target of a user's plan: looked at while a load lasts, as {@code harness
 * monitor} looks at processes, and judged by what the plan says of it.
 */
@NullMarked
package dev.harness.check.process;

import org.jspecify.annotations.NullMarked;
