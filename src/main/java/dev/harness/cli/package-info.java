/**
 * The command line: one picocli command a file. Each parses, calls, prints, and returns an exit
 * code.
 *
 * <p>On top of everything that runs. The only place that writes to standard output and standard
 * error.
 */
@NullMarked
package dev.harness.cli;

import org.jspecify.annotations.NullMarked;
