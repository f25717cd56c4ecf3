package dev.harness.run.port;

import dev.harness.measure.Figure;

/**
 * A Java process, looked at from inside. What cannot be had of it is a figure that is missing, with
 * the reason; nothing here throws because the process is gone.
 */
public interface JvmProcess extends LiveSet, AutoCloseable {

  /** Bytes that the heap uses now, garbage included. */
  Figure usedBytes();

  /**
   * The most bytes that its heap has used, garbage included. Its pools need not have had theirs at
   * the same moment, so that this is a bound from above.
   */
  Figure peakBytes();

  /** Bytes in buffers beside the heap. */
  Figure directBytes();

  /** Threads that are alive. */
  Figure threads();

  /** Lets go of the process, which goes on. */
  @Override
  void close();
}
