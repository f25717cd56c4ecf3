package dev.harness.config;

import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.ServingProcess;
import dev.harness.plan.scenario.Template;
import java.util.Map;
import java.util.Optional;

/**
 * A target of a plan.
 *
 * @param headers that each request to it has
 * @param process behind it, where the plan says which
 */
record NamedTarget<S extends Service>(
    S service, Map<String, Template> headers, Optional<ServingProcess> process) {
  String name() {
    return service.name();
  }
}
