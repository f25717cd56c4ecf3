/**
 * Faulty variants of the reference service, and some that only look faulty: what the harness's
 * detectors are proved by.
 *
 * <p>Beside the line of data. The honest service knows nothing of them: each takes {@link
 * dev.harness.service.ServiceParts} and exchanges one. What goes wrong once in a hundred times is
 * counted, not left to chance, so that a run can be had again.
 */
@NullMarked
package dev.harness.service.fault;

import org.jspecify.annotations.NullMarked;
