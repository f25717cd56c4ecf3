package dev.harness.api;

import java.util.List;

/**
 * A check of a user's own: a load on something, and what it promises. It is driven, judged and
 * reported like those that come with the harness, in the suite {@code own}.
 *
 * <p>A public class with a public constructor without parameters, named in {@code
 * META-INF/services/dev.harness.api.OwnCheck}. Its description is asked for once, before anything
 * starts.
 */
public interface OwnCheck {

  /** Its name in the suite {@code own}: kebab case, unique among all on the class path. */
  String name();

  /** What it puts under load, in one line. */
  String about();

  /** How operations come. */
  Load load();

  /**
   * What must hold of the whole load, in the grammar of plans and triggers, as {@code
   * response_time_p95 <= 50ms}. That 95 % of the operations complete must hold in any case, unless
   * one of these says otherwise.
   */
  List<String> promises();

  /** What it measures besides, in the order in which it is told. */
  default List<OwnMetric> metrics() {
    return List.of();
  }

  /** Starts what is put under load. Called on the thread of the run; may block. */
  Work begin() throws Exception;
}
