/**
 * The reference system as a process of its own: HTTP and WebSocket endpoints around {@code
 * reference}.
 *
 * <p>Beside the line of data: it is what {@code harness target} serves and what the driver's load
 * goes to. Its beans come to life with the first request, so that other commands of the same
 * program pay nothing for them. {@link dev.harness.service.ServiceParts} is the one place that says
 * what the service is made of.
 */
@NullMarked
package dev.harness.service;

import org.jspecify.annotations.NullMarked;
