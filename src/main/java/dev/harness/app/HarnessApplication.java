package dev.harness.app;

import dev.harness.cli.Program;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.QuarkusApplication;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs the command that the arguments name, once Quarkus has started. */
public final class HarnessApplication implements QuarkusApplication {
  private final CommandLine.IFactory factory;

  HarnessApplication(CommandLine.IFactory factory) {
    this.factory = factory;
  }

  @Override
  public int run(String... arguments) {
    var program =
        new Program(
            factory,
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            System.getenv(),
            Path.of(""));
    boolean developing = LaunchMode.current() == LaunchMode.DEVELOPMENT && arguments.length == 0;
    return developing ? program.execute("target") : program.execute(arguments);
  }
}
