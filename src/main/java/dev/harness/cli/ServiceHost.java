package dev.harness.cli;

import dev.harness.service.ServiceOptions;
import dev.harness.target.child.ReadyLine;

/** What serves the reference service: the program around the commands. */
public interface ServiceHost {

  /** Lets requests in; where they are to go. To be called once. */
  ReadyLine open(ServiceOptions options);

  /** Returns when the program is to end. */
  void awaitEnd();

  /** Makes the program end, from any thread. */
  void end();
}
