/**
 * The legacy twin as a service: the same endpoints around the state that all users share.
 *
 * <p>Beside the line of data. The honest service knows nothing of it: it comes in where faults do,
 * by {@link dev.harness.service.ServiceParts}.
 */
@NullMarked
package dev.harness.service.legacy;

import org.jspecify.annotations.NullMarked;
