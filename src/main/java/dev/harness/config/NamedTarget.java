package dev.harness.config;

import dev.harness.plan.scenario.Service;
import dev.harness.plan.scenario.Template;
import java.util.Map;

/**
 * A target of a plan.
 *
 * @param headers that each request to it has
 */
record NamedTarget<S extends Service>(S service, Map<String, Template> headers) {
  String name() {
    return service.name();
  }
}
