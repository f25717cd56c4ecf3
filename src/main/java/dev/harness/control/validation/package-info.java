/**
 * Is this machine, and is this harness, fit to judge? Looks at one part after the other, and tells
 * what it finds as it finds it.
 */
@NullMarked
package dev.harness.control.validation;

import org.jspecify.annotations.NullMarked;
