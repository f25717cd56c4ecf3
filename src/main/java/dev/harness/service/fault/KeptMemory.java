package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Keeps so many bytes of each request, and exactly so many: a chain that grows by links. */
final class KeptMemory implements RequestWork {
  /** One link: a header of 12 bytes and one compressed reference. */
  static final int SMALLEST = 16;

  private record Link(@Nullable Link before) {}

  private final RequestWork honest;
  private final int links;
  private @Nullable Link last;

  /**
   * @param bytes of each request; a multiple of {@link #SMALLEST}
   */
  KeptMemory(RequestWork honest, int bytes) {
    this.honest = honest;
    this.links = bytes / SMALLEST;
  }

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    keep();
    return honest.run(engine, userToken, work);
  }

  private synchronized void keep() {
    for (int i = 0; i < links; i++) {
      last = new Link(last);
    }
  }
}
