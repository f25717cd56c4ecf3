package dev.harness.monitor;

import java.time.Duration;
import java.util.Optional;

/** What is watched. */
public sealed interface Subject {
  Subject HOST = new Host();

  /** As people are told of it. */
  String text();

  /** The machine. */
  record Host() implements Subject {
    @Override
    public String text() {
      return "host";
    }
  }

  /**
   * A process.
   *
   * @param name of its program, for people
   */
  record Pid(long pid, String name) implements Subject {
    @Override
    public String text() {
      return "process %d (%s)".formatted(pid, name);
    }
  }

  /**
   * A process, and what became of it.
   *
   * @param ended when it was first missed; empty while it is there
   */
  record Watched(Pid process, ProcessUse use, Optional<Duration> ended) {}
}
