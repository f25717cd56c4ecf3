package dev.harness.plan.scenario;

/** A step that reports tell of by its name. */
public sealed interface Named extends Step permits Measured, Sending {

  /** In kebab case; what reports call it. */
  String name();

  /** A failure in it as a class: {@code place-order/status-500}. */
  default String failure(String as) {
    return name() + "/" + as;
  }
}
