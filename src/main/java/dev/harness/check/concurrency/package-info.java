/** Checks of many requests at once, over HTTP to a service in its own process. */
@NullMarked
package dev.harness.check.concurrency;

import org.jspecify.annotations.NullMarked;
