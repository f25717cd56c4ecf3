package dev.harness.cli;

import dev.harness.plan.scenario.HttpService;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code harness init}: the files to begin with. */
@Command(
    name = "init",
    description = "Writes a plan for a service of yours, with comments, and a thresholds file.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Nothing that is there is overwritten.",
      "",
      "Example:",
      "  harness init http://127.0.0.1:8080 && harness run --plan plan.yaml --dry-run"
    })
public final class InitCommand implements Callable<Integer> {
  private static final List<String> FILES = List.of("plan.yaml", "limits.json");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "URL", description = "Where the service is.")
  private String url = "";

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where the files go; the working directory where nothing is said.")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    requireUrl();
    List<Path> files = FILES.stream().map(directory::resolve).toList();
    for (Path file : files) {
      if (Files.exists(file)) {
        throw new UsageException("%s: is there already; nothing was written".formatted(file));
      }
    }
    for (Path file : files) {
      write(file);
      spec.commandLine().getOut().println("written: " + file);
    }
    return 0;
  }

  /** Refuses what {@code run} would, before it is written down. */
  private void requireUrl() {
    try {
      HttpService.requireUrl(new URI(url));
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Before an @ may stand a password, which is not to be told again.
      String given = url.contains("@") ? "what was given" : "\"%s\"".formatted(url);
      throw new UsageException(
          given + " is no URL; write http://HOST:PORT, without user, query or fragment");
    }
  }

  private void write(Path file) {
    String name = file.getFileName().toString();
    try (InputStream in = InitCommand.class.getResourceAsStream("/init/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("@URL@", url);
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UsageException("%s: cannot be written: %s".formatted(file, e.getMessage()));
    }
  }
}
