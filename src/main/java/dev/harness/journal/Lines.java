package dev.harness.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream as lines of bytes, one after the other. Whatever is in it, no more than one line is held
 * at a time, and of one that is longer than any may be, nothing at all.
 */
final class Lines implements AutoCloseable {
  private final InputStream in;
  private final int longest;
  private ByteArrayOutputStream text = new ByteArrayOutputStream();
  private long bytes;
  private boolean whole;

  /**
   * @param longest bytes of a line that is kept
   */
  Lines(InputStream in, int longest) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.longest = longest;
  }

  /** Goes on to the next line; false at the end. */
  boolean next() throws IOException {
    text = new ByteArrayOutputStream();
    bytes = 0;
    whole = false;
    while (!whole) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      bytes++;
      whole = b == '\n';
      if (!whole && bytes <= longest) {
        text.write(b);
      }
    }
    return bytes > 0;
  }

  /** The line without its line feed; empty where it is longer than any may be. */
  byte[] text() {
    return bytes > longest ? new byte[0] : text.toByteArray();
  }

  /** What the line takes, its line feed included. */
  long bytes() {
    return bytes;
  }

  /** Whether it has a line feed: the last line of a process that was killed need not. */
  boolean whole() {
    return whole;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
