package dev.harness.run.port;

/** Something that tells figures of itself, again and again. Used by one thread. */
public interface ReadingSource extends AutoCloseable {

  /** As people are told of it; without secrets. */
  String name();

  /**
   * What it tells now. May block; how long is bounded wherever that can be.
   *
   * @throws NotAvailableException where it tells nothing, with the reason; it may be asked again
   */
  Readings read();

  /** Lets go of it. */
  @Override
  void close();
}
