package dev.harness.config;

import java.util.List;
import java.util.Optional;

/**
 * What an OpenAPI document says of a service, as far as a plan can begin with it.
 *
 * @param url where the service is, if the document says so of one place
 * @param operations in the order of the document
 */
public record ApiDescription(Optional<String> url, List<Operation> operations) {

  public ApiDescription {
    operations = List.copyOf(operations);
  }

  /**
   * A request that the service answers.
   *
   * @param method in capitals
   * @param path from the root of the service; a part in braces is a parameter
   * @param id that the document gives it
   * @param ready whether it can be sent as it is: it only asks, and needs no parameters
   */
  public record Operation(String method, String path, Optional<String> id, boolean ready) {}
}
