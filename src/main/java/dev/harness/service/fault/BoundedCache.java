package dev.harness.service.fault;

import dev.harness.reference.ExecutionEngine;
import dev.harness.service.RequestResult;
import dev.harness.service.RequestWork;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the last answers, each with its page of a kilobyte, under a key that says whose it is. */
final class BoundedCache implements RequestWork {
  private static final int MOST = 3_000;
  private static final int PAGE_BYTES = 1_024;

  private record Key(String user, String request, int millis) {}

  private record Page(RequestResult answer, String text) {}

  private final RequestWork honest;
  private final Map<Key, Page> pages =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Page> eldest) {
          return size() > MOST;
        }
      };

  BoundedCache(RequestWork honest) {
    this.honest = honest;
  }

  @Override
  public Uni<RequestResult> run(ExecutionEngine engine, @Nullable String userToken, int millis) {
    var key = new Key(engine.context().userId(), engine.context().requestId(), millis);
    Page known = find(key);
    return known != null
        ? Uni.createFrom().item(known.answer)
        : honest.run(engine, userToken, millis).onItem().invoke(answer -> keep(key, answer));
  }

  private synchronized @Nullable Page find(Key key) {
    return pages.get(key);
  }

  private synchronized void keep(Key key, RequestResult answer) {
    pages.put(key, new Page(answer, "x".repeat(PAGE_BYTES)));
  }
}
