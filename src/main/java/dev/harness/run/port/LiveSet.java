package dev.harness.run.port;

import dev.harness.measure.Figure;

/** What a process's heap holds on to once all garbage is gone. */
public interface LiveSet {

  /** Bytes right after a forced collection; missing where that could not be observed. Blocks. */
  Figure bytes();
}
