/**
 * What the machine and its processes use, by OSHI, and what the heap holds, by the JVM beans.
 *
 * <p>Beside the line of data: adapters behind the probes of {@code run.port}.
 */
@NullMarked
package dev.harness.host;

import org.jspecify.annotations.NullMarked;
