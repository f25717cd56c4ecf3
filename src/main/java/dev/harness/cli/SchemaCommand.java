package dev.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code harness schema}: JSON Schemas, by which editors complete and check files. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of a file, for editors and readers.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  harness schema plan > plan.schema.json",
      "  harness schema report > report.schema.json"
    })
public final class SchemaCommand implements Callable<Integer> {
  private static final List<String> NAMES = List.of("plan", "report");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Of what: plan, report.")
  private String name = "";

  @Override
  public Integer call() {
    if (!NAMES.contains(name)) {
      throw new UsageException(
          "there is no schema of \"%s\"; there are: %s".formatted(name, String.join(", ", NAMES)));
    }
    spec.commandLine().getOut().print(text(name));
    return 0;
  }

  private static String text(String name) {
    String file = "/schema/" + name + ".schema.json";
    try (InputStream in = SchemaCommand.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
