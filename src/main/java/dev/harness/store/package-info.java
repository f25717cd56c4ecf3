/**
 * Runs kept in a PostgreSQL of the user's, for a history that outlives the directories that runs
 * leave.
 *
 * <p>Keeps {@link dev.harness.compare.StoredRun}s in a schema of its own, in tables that others may
 * read, too, and gives them back as they were.
 */
@NullMarked
package dev.harness.store;

import org.jspecify.annotations.NullMarked;
