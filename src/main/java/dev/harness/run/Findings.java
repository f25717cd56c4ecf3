package dev.harness.run;

import dev.harness.measure.Breach;
import dev.harness.measure.Figure;
import dev.harness.metric.Metric;
import dev.harness.plan.threshold.ThresholdKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check measured, in the order in which it is told.
 *
 * @param notes what a reader should know of these figures, in plain words
 * @param breaches the first times that somebody saw what is another user's
 */
public record Findings(Map<Metric, Figure> figures, List<String> notes, List<Breach> breaches) {
  public static final Findings NONE = new Findings(Map.of(), List.of(), List.of());

  public Findings {
    figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    notes = List.copyOf(notes);
    breaches = List.copyOf(breaches);
  }

  /** These and one more figure. */
  public Findings with(Metric metric, Figure figure) {
    var more = new LinkedHashMap<>(figures);
    more.put(metric, figure);
    return new Findings(more, notes, breaches);
  }

  /** These and the figure that a key judges. */
  public Findings with(ThresholdKey key, Figure figure) {
    return with(key.metric(), figure);
  }

  /** These and one more note. */
  public Findings note(String note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return new Findings(figures, more, breaches);
  }

  /** These and more breaches. */
  public Findings with(List<Breach> seen) {
    var more = new ArrayList<>(breaches);
    more.addAll(seen);
    return new Findings(figures, notes, more);
  }
}
