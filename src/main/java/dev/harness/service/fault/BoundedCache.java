package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import dev.harness.service.SimulatedWork;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last answers, each with its page of a kilobyte, and forgets the eldest. Nothing is
 * answered from it: load of ids that repeat would stop it from filling.
 */
final class BoundedCache implements RequestWork {
  /** More than a warm-up brings, so that it still grows when the measuring has begun. */
  private static final int MOST = 5_000;

  private static final int PAGE_BYTES = 1_024;

  private record Page(RequestResult answer, String text) {}

  private final RequestWork honest;
  private final Queue<Page> pages = new ArrayDeque<>(MOST);

  BoundedCache(RequestWork honest) {
    this.honest = honest;
  }

  @Override
  public Uni<RequestResult> run(
      ExecutionEngine engine, @Nullable String userToken, SimulatedWork work) {
    return honest.run(engine, userToken, work).onItem().invoke(this::keep);
  }

  private synchronized void keep(RequestResult answer) {
    if (pages.size() == MOST) {
      pages.remove();
    }
    pages.add(new Page(answer, "x".repeat(PAGE_BYTES)));
  }
}
