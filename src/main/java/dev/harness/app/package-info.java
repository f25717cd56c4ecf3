/**
 * The program: {@code main}, and what is put together for the commands.
 *
 * <p>On top of all else. Only here are adapters chosen for ports.
 */
@NullMarked
package dev.harness.app;

import org.jspecify.annotations.NullMarked;
