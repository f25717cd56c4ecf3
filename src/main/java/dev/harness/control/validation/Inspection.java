package dev.harness.control.validation;

import java.util.function.Consumer;

/** Looks at one part. Blocks; ends early where the end is asked for. */
interface Inspection {

  /** Tells what it finds, one thing after the other. */
  void inspect(Consumer<Finding> told);
}
