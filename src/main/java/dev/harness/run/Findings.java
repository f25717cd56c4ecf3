package dev.harness.run;

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
 */
public record Findings(Map<Metric, Figure> figures, List<String> notes) {
  public static final Findings NONE = new Findings(Map.of(), List.of());

  public Findings {
    figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    notes = List.copyOf(notes);
  }

  /** These and one more figure. */
  public Findings with(Metric metric, Figure figure) {
    var more = new LinkedHashMap<>(figures);
    more.put(metric, figure);
    return new Findings(more, notes);
  }

  /** These and the figure that a key judges. */
  public Findings with(ThresholdKey key, Figure figure) {
    return with(key.metric(), figure);
  }

  /** These and one more note. */
  public Findings note(String note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return new Findings(figures, more);
  }
}
