/**
 * A real PostgreSQL that this process starts, owns and removes again.
 *
 * <p>Read {@link dev.harness.target.postgres.embedded.EmbeddedPostgres#start} as the table of
 * contents: find a directory, have a watchdog guard it, unpack the server and a ready-made data
 * directory into it, write the settings, launch, set the passwords. Nothing outside that directory
 * is written, and the watchdog removes it however this process ends.
 *
 * <p>Beside the line of data: whoever needs a database asks here for one when none was named. Knows
 * the clock, processes and files, and no database client.
 */
@NullMarked
package dev.harness.target.postgres.embedded;

import org.jspecify.annotations.NullMarked;
