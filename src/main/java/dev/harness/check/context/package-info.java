/** Checks of contexts: how fast they are created, what they weigh, what they refuse. */
@NullMarked
package dev.harness.check.context;

import org.jspecify.annotations.NullMarked;
