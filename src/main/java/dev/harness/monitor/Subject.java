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
   * Something that tells figures of itself.
   *
   * @param text as people are told of it; without secrets
   * @param of the process whose inside it is, if it is one's
   */
  record Source(String text, Optional<Pid> of) implements Subject {
    /** The JVM in a process. */
    public static Source jvm(Pid process) {
      return new Source("JVM %d".formatted(process.pid()), Optional.of(process));
    }

    /** A server of any kind, by where it is. */
    public static Source at(String text) {
      return new Source(text, Optional.empty());
    }
  }

  /**
   * A process, and what became of it.
   *
   * @param ended when it was first missed; empty while it is there
   */
  record Watched(Pid process, ProcessUse use, Optional<Duration> ended) {}
}
