package dev.harness.plan.scenario;

import java.util.stream.Stream;

/** A step that goes to a service. */
public sealed interface Sending extends Named permits Request, Sql, StreamStep {

  Service service();

  /** All that is sent. */
  default Stream<Template> templates() {
    return Stream.empty();
  }
}
