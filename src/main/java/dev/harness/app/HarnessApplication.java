package dev.harness.app;

import dev.harness.cli.Program;
import dev.harness.cli.Signals;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** Runs the command that the arguments name, once Quarkus has started. */
public final class HarnessApplication implements QuarkusApplication {
  private final CommandLine.IFactory factory;

  HarnessApplication(CommandLine.IFactory factory) {
    this.factory = factory;
  }

  @Override
  public int run(String... arguments) {
    Signals.started();
    Program program = Program.onStandardStreams(factory);
    boolean developing = LaunchMode.current() == LaunchMode.DEVELOPMENT && arguments.length == 0;
    return developing ? program.execute("target") : program.execute(arguments);
  }
}
