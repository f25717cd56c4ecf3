/** Checks of event streams. */
@NullMarked
package dev.harness.check.websocket;

import org.jspecify.annotations.NullMarked;
