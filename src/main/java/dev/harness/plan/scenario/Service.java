package dev.harness.plan.scenario;

import java.time.Duration;

/** Something of the user's own that runs already, and that steps go to. */
public sealed interface Service permits HttpService, StreamService, DatabaseService {

  /** What the plan calls it. */
  String name();

  /** Its URL as the plan has it: what may be shown. */
  String written();

  /** Of one step that waits for it. */
  Duration timeout();

  /** To it at the most. */
  int connections();

  /** What may be told of it. */
  String words();

  /** Makes something of it, by its kind. */
  <T> T as(Kinds<T> kinds);

  /** What is made of each kind of service. */
  interface Kinds<T> {
    T http(HttpService service);

    T streams(StreamService service);

    T database(DatabaseService service);
  }
}
