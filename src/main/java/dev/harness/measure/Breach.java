package dev.harness.measure;

import java.time.Duration;

/**
 * Somebody got to see what is another user's.
 *
 * @param at when it was seen, since the start of the check
 * @param reader who saw it: a user, or {@link #NOBODY}
 * @param owner whose it is
 * @param operation in which it was seen, as {@code request 17}
 * @param where it stood, as {@code response body}
 */
public record Breach(Duration at, String reader, String owner, String operation, String where) {
  /** Who asks without saying who they are, and must see nothing. */
  public static final String NOBODY = "nobody";
}
