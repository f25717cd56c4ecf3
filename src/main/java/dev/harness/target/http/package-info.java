/** HTTP services, by the Vert.x HTTP client. */
@NullMarked
package dev.harness.target.http;

import org.jspecify.annotations.NullMarked;
