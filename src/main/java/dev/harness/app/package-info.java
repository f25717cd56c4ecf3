/**
 * Where the program starts.
 *
 * <p>Outside the line of data: puts its parts together and hands them to the command that was
 * given.
 */
@NullMarked
package dev.harness.app;

import org.jspecify.annotations.NullMarked;
