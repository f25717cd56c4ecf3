/** WebSocket streams, by the Vert.x WebSocket client. */
@NullMarked
package dev.harness.target.websocket;

import org.jspecify.annotations.NullMarked;
