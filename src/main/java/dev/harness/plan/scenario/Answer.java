package dev.harness.plan.scenario;

import java.util.Optional;

/** What came back for a request, as expectations and captures look at it. */
public interface Answer {

  int status();

  /** The first header of that name, whatever its case. */
  Optional<String> header(String name);

  /** The whole body. */
  String text();

  /** Bytes of the body. */
  int size();

  /**
   * What stands in a JSON body at that pointer (RFC 6901): a string as it is, anything else as it
   * is written in JSON. Empty where there is nothing, null, or no JSON.
   */
  Optional<String> json(String pointer);
}
