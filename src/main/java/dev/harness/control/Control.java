package dev.harness.control;

import dev.harness.run.Check;
import dev.harness.run.port.Targets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A check is shown a world that was changed in one known way, and must say what is right of it.
 *
 * @param name as reports have it
 * @param change what is different, in one line
 * @param world makes the changed targets of the real ones; closing them closes what the change
 *     added
 * @param check what is to tell
 * @param expected what it must say
 * @param seconds that it takes on two cores
 */
public record Control(
    String name,
    String change,
    UnaryOperator<Targets> world,
    Check check,
    Expected expected,
    double seconds) {

  public Control {
    List<String> metrics =
        check.criteria().stream().map(criterion -> criterion.metric().id()).toList();
    expected
        .judgedOn()
        .filter(metric -> !metrics.contains(metric))
        .ifPresent(
            metric -> {
              throw new IllegalArgumentException(
                  "control %s: %s is not judged on %s, but on %s"
                      .formatted(name, check.id(), metric, String.join(", ", metrics)));
            });
  }

  /** A fault that must be caught, by that metric. */
  static Control negative(
      String name,
      String change,
      UnaryOperator<Targets> world,
      Check check,
      String metric,
      double seconds) {
    return new Control(name, change, world, check, new Expected.Breach(metric), seconds);
  }

  /** What looks like a fault and is none. */
  static Control positive(
      String name, String change, UnaryOperator<Targets> world, Check check, double seconds) {
    return new Control(name, change, world, check, new Expected.Pass(), seconds);
  }
}
