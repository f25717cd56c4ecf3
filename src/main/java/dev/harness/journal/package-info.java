/**
 * What a run leaves behind as it goes: every event in a file, and the record made of it again.
 *
 * <p>Beside the line of data: {@code run} publishes events, {@link dev.harness.journal.Journal}
 * appends them, and {@link dev.harness.journal.JournalFile} reads them back into the same fold that
 * the run itself is told by ({@code run.RunFold}). So a run that was killed is reported by the code
 * that reports one that ended, and there is no second opinion of what happened.
 *
 * <p><b>The format</b> is JSON, one line for each event, in a file {@code journal.jsonl}:
 *
 * <pre>
 * {"format":"harness-journal","version":1}
 * {"n":1,"at":3417842510738,"event":{"is":"run-started","plan":{…},…}}
 * {"n":2,"at":3417900364253,"event":{"is":"check-started",…}}
 * </pre>
 *
 * {@code n} counts events from 1, so that what was lost leaves a gap; {@code at} is when an event
 * was published, in nanoseconds of the run's clock, whose zero means nothing. Times of operations
 * are in HdrHistogram's own compressed encoding, in base64, which its tools read.
 *
 * <p><b>Why lines of JSON.</b> A line is appended by one write, which the kernel carries out whole
 * even if the process is killed in the middle of it; where power or disk fail instead, only the end
 * of a line is missing, and a reader sees that, because no line ends without its line feed. A line
 * that is damaged costs one event, and not all that come after it, as in a compressed or an indexed
 * file. It can be watched while it grows ({@code tail -f}), and searched by anybody. It costs a few
 * kilobytes a second and load, of which nearly all is histograms, and these are compressed.
 *
 * <p><b>Not promised</b> is that the last seconds survive the death of the machine: nothing is
 * forced to the disk, because that would make the disk part of the measurement.
 */
@NullMarked
package dev.harness.journal;

import org.jspecify.annotations.NullMarked;
