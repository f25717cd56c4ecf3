package dev.harness.run.port;

/** The reference service, running as a process of its own. */
public interface ServiceProcess extends AutoCloseable {

  /** What its connections to a database are called in {@code pg_stat_activity}. */
  String CONNECTIONS = "harness-target";

  long pid();

  /** Where it listens, on the loopback interface. */
  String host();

  int port();

  /** Whether it still runs. */
  boolean alive();

  /** How it was started, for the report. */
  String commandLine();

  @Override
  void close();
}
