/**
 * What is put in front of real targets, to be caught: faults in this process and on the way to the
 * database. Faults of the service are its own, in {@code service}.
 */
@NullMarked
package dev.harness.control.fault;

import org.jspecify.annotations.NullMarked;
