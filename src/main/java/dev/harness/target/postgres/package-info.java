/**
 * PostgreSQL as a target: one that was named, or the embedded one.
 *
 * <p>Beside the line of data, behind the runner's database port.
 */
@NullMarked
package dev.harness.target.postgres;

import org.jspecify.annotations.NullMarked;
