/** Checks of connections and transactions, on a real PostgreSQL. */
@NullMarked
package dev.harness.check.database;

import org.jspecify.annotations.NullMarked;
