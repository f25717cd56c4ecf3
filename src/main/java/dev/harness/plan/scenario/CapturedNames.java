package dev.harness.plan.scenario;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of what steps have captured, as far as a plan tells before it runs.
 *
 * @param always in each iteration
 * @param perhaps only in some: none of these may be used where it has not been asked for
 */
public record CapturedNames(Set<String> always, Set<String> perhaps) {
  /** Before the first step. */
  public static final CapturedNames NONE = new CapturedNames(Set.of(), Set.of());

  public CapturedNames {
    always = Set.copyOf(always);
    perhaps = Set.copyOf(perhaps);
  }

  /** After a capture. */
  public CapturedNames plus(Capture capture) {
    CapturedNames without = without(capture.name());
    return capture.optional()
        ? new CapturedNames(without.always, with(without.perhaps, capture.name()))
        : new CapturedNames(with(without.always, capture.name()), without.perhaps);
  }

  /** Where that one is known to be there. */
  public CapturedNames given(String name) {
    return new CapturedNames(with(always, name), without(perhaps, name));
  }

  /** After either of two ways. */
  public CapturedNames or(CapturedNames other) {
    var both = new HashSet<>(always);
    both.retainAll(other.always);
    var any = new HashSet<String>();
    any.addAll(always);
    any.addAll(other.always);
    any.addAll(perhaps);
    any.addAll(other.perhaps);
    any.removeAll(both);
    return new CapturedNames(both, any);
  }

  /** Where that one is not to be had any more. */
  public CapturedNames without(String name) {
    return new CapturedNames(without(always, name), without(perhaps, name));
  }

  /** Whether that one may have been captured. */
  public boolean has(String name) {
    return always.contains(name) || perhaps.contains(name);
  }

  private static Set<String> with(Set<String> names, String name) {
    var more = new HashSet<>(names);
    more.add(name);
    return more;
  }

  private static Set<String> without(Set<String> names, String name) {
    var fewer = new HashSet<>(names);
    fewer.remove(name);
    return fewer;
  }
}
