package dev.harness.check.memory;

import dev.harness.measure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service holds that it is to give back, by kind.
 *
 * @param kinds in the order in which they are told
 */
record Holdings(Map<String, Held> kinds) {
  Holdings {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /**
   * So much of one kind.
   *
   * @param wavers by so much it may go up and down by itself
   */
  record Held(Figure amount, double wavers) {}

  /**
   * The kinds of which there is more than before, as text. What could not be read then or now is
   * left out: whether it is back is not known.
   */
  List<String> above(Holdings before) {
    var above = new ArrayList<String>();
    kinds.forEach(
        (kind, held) -> {
          Held then = before.kinds.get(kind);
          if (then != null
              && held.amount() instanceof Figure.Measured now
              && then.amount() instanceof Figure.Measured was
              && now.value() > was.value() + held.wavers()) {
            above.add("%s %,.0f, before %,.0f".formatted(kind, now.value(), was.value()));
          }
        });
    return above;
  }
}
