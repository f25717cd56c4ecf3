package dev.harness.journal;

/**
 * The first line of a journal.
 *
 * @param format always {@link #FORMAT}: what tells a journal from any other file of JSON
 * @param version of what follows; raised whenever a reader of the version before would misread it
 */
record Header(String format, int version) {
  static final String FORMAT = "harness-journal";

  /** What is written, and the newest that can be read. */
  static final Header CURRENT = new Header(FORMAT, 1);
}
