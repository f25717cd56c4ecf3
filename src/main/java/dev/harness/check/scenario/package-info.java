/**
 * A user's plan, carried out: each scenario is a check like any other. An iteration is an operation
 * of the driver, its requests are figures of their own, and each answer is looked through for what
 * belongs to another user.
 */
@NullMarked
package dev.harness.check.scenario;

import org.jspecify.annotations.NullMarked;
