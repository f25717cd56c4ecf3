package dev.harness.cli;

import dev.harness.service.ServiceOptions;
import dev.harness.target.child.ReadyLine;
import java.util.Optional;

/** What serves the reference service: the program around the commands. */
public interface ServiceHost {

  /** Lets requests in; where they are to go. To be called once. */
  ReadyLine open(ServiceOptions options);

  /** Returns when the program is to end: what of it could not be cleared away, in a line. */
  Optional<String> awaitEnd();

  /** Makes the program end, from any thread. */
  void end();
}
