package dev.harness.config;

import dev.harness.plan.scenario.HttpService;
import dev.harness.plan.scenario.Template;
import java.util.Map;

/**
 * A target of a plan.
 *
 * @param headers that each request to it has
 */
record NamedTarget(HttpService service, Map<String, Template> headers) {
  String name() {
    return service.name();
  }
}
