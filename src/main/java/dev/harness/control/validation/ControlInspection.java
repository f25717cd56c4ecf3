package dev.harness.control.validation;

import dev.harness.control.Control;
import dev.harness.control.ControlResult;
import dev.harness.control.Rehearsal;
import dev.harness.run.port.Targets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Negative and positive controls. One that goes wrong says that nothing this harness says here is
 * worth anything.
 */
record ControlInspection(List<Control> controls, Rehearsal rehearsal, Targets targets)
    implements Inspection {

  @Override
  public void inspect(Consumer<Finding> told) {
    for (Control control : controls) {
      Optional<ControlResult> result = rehearsal.run(targets, control);
      if (result.isEmpty()) {
        return;
      }
      String text = "%s: %s".formatted(control.check().id(), result.get().text());
      told.accept(
          result.get().asExpected()
              ? Finding.ok(Part.CONTROLS, control.name(), text)
              : Finding.failed(Part.CONTROLS, control.name(), text));
    }
  }
}
