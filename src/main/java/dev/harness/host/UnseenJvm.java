package dev.harness.host;

import dev.harness.measure.Figure;
import dev.harness.run.port.JvmProcess;

/**
 * A process that cannot be looked into.
 *
 * @param reason why, for a person
 */
record UnseenJvm(String reason) implements JvmProcess {
  @Override
  public Figure bytes() {
    return Figure.missing(reason);
  }

  @Override
  public Figure usedBytes() {
    return Figure.missing(reason);
  }

  @Override
  public Figure peakBytes() {
    return Figure.missing(reason);
  }

  @Override
  public Figure directBytes() {
    return Figure.missing(reason);
  }

  @Override
  public Figure threads() {
    return Figure.missing(reason);
  }

  @Override
  public void close() {
    // There is nothing to let go of.
  }
}
