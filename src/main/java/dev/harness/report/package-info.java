/**
 * What people and machines read of a run: rendered from its record, and from nothing else.
 *
 * <p>The end of the line of data. Rendering never measures; measuring never renders.
 */
@NullMarked
package dev.harness.report;

import org.jspecify.annotations.NullMarked;
