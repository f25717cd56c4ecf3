/**
 * {@code report.html}: a run as one file that opens anywhere, without a network.
 *
 * <p>Made of its record, as every report. Text is escaped where it enters the page, in {@link
 * dev.harness.report.html.Markup}, and nowhere else; the page runs no script but the two whose
 * hashes it names, so that not even a mistake there would run what a target sent. What a chart
 * shows is decided here; {@code report.js} only draws.
 */
@NullMarked
package dev.harness.report.html;

import org.jspecify.annotations.NullMarked;
