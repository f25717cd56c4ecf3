package dev.harness.plan.scenario;

import java.util.stream.Stream;

/** A step that goes to a service. What fails in it is counted under its name. */
public sealed interface Named extends Step permits Measured, StreamStep {

  /** In kebab case; what reports call it. */
  String name();

  Service service();

  /** A failure in it as a class: {@code place-order/status-500}. */
  default String failure(String as) {
    return name() + "/" + as;
  }

  /** All that is sent. */
  default Stream<Template> templates() {
    return Stream.empty();
  }
}
