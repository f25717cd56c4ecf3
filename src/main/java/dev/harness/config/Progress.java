package dev.harness.config;

import dev.harness.plan.scenario.Capture;
import dev.harness.plan.scenario.CapturedNames;
import dev.harness.plan.scenario.StreamService;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Where the steps read so far have come to: what they have captured, and what they have open. */
final class Progress {
  private CapturedNames names = CapturedNames.NONE;
  private final Set<StreamService> open = new HashSet<>();

  CapturedNames names() {
    return names;
  }

  void captured(Collection<Capture> captures) {
    for (Capture capture : captures) {
      names = names.plus(capture);
    }
  }

  /** Goes on as if only these had been captured. */
  void goOnWith(CapturedNames others) {
    names = others;
  }

  /** Whether there was none to that service yet. */
  boolean open(StreamService service) {
    return open.add(service);
  }

  boolean isOpen(StreamService service) {
    return open.contains(service);
  }

  /** Whether there was one to that service. */
  boolean close(StreamService service) {
    return open.remove(service);
  }

  /** What is open now. */
  Set<StreamService> streams() {
    return Set.copyOf(open);
  }

  /**
   * Holds what is open against what was before steps that may be gone through or not, or again, and
   * goes on with that.
   *
   * @param what they belong to, as {@code a loop}
   */
  void requireStreams(Set<StreamService> before, String what, Reader reader, Located.Position at) {
    if (!open.equals(before)) {
      reader.problem(at, what + " closes the streams that it opens, and leaves the others open");
      open.clear();
      open.addAll(before);
    }
  }
}
