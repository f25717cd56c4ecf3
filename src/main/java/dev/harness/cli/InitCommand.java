package dev.harness.cli;

import dev.harness.config.ApiDescription;
import dev.harness.config.OpenApiFile;
import dev.harness.plan.scenario.HttpService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code harness init}: the files to begin with. */
@Command(
    name = "init",
    description =
        "Writes a plan for a service of yours, with comments, a thresholds file, and a pipeline.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Nothing that is there is overwritten. A pipeline takes harness.jar from where its variable",
      "HARNESS_URL says, and calls harness-gate, which holds the run against the one before.",
      "",
      "Examples:",
      "  harness init http://127.0.0.1:8080 && harness run --plan plan.yaml --dry-run",
      "  harness init --openapi openapi.yaml --ci github"
    })
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "Where the service is; what the OpenAPI document says where nothing is said.")
  private @Nullable String url;

  @Option(
      names = "--openapi",
      paramLabel = "FILE",
      description = "An OpenAPI document, in YAML or JSON, whose operations become steps.")
  private @Nullable Path openApi;

  @Option(
      names = "--ci",
      paramLabel = "SYSTEM",
      description = "A pipeline for it, too: github, gitlab, jenkins.")
  private @Nullable String ci;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = "",
      description = "Where the files go; the working directory where nothing is said.")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    Optional<ApiDescription> api = Optional.ofNullable(openApi).map(OpenApiFile::read);
    Map<String, String> files = files(requireUrl(api), api);
    for (String name : files.keySet()) {
      if (Files.exists(directory.resolve(name))) {
        throw new UsageException(
            "%s: is there already; nothing was written".formatted(directory.resolve(name)));
      }
    }
    files.forEach(this::write);
    return 0;
  }

  /** What is written, by the names of the files. */
  private Map<String, String> files(String service, Optional<ApiDescription> api) {
    var files = new LinkedHashMap<String, String>();
    String steps = api.map(FirstSteps::of).orElseGet(() -> shipped("steps.yaml"));
    files.put(
        "plan.yaml", shipped("plan.yaml").replace("@URL@", service).replace("@STEPS@", steps));
    files.put("limits.json", shipped("limits.json"));
    pipeline()
        .ifPresent(
            one -> {
              files.put(one.file(), one.of(shipped("ci/" + one.shipped())));
              files.put(Pipeline.GATE_FILE, shipped("ci/" + Pipeline.GATE));
            });
    return files;
  }

  private Optional<Pipeline> pipeline() {
    if (ci == null) {
      return Optional.empty();
    }
    Optional<Pipeline> named =
        Arrays.stream(Pipeline.values()).filter(one -> one.id().equals(ci)).findFirst();
    if (named.isEmpty()) {
      List<String> ids = Arrays.stream(Pipeline.values()).map(Pipeline::id).toList();
      throw new UsageException(
          "--ci: there is no pipeline for \"%s\"; there are: %s"
              .formatted(ci, String.join(", ", ids)));
    }
    return named;
  }

  /** Refuses what {@code run} would, before it is written down. */
  private String requireUrl(Optional<ApiDescription> api) {
    String service =
        Optional.ofNullable(url)
            .or(() -> api.flatMap(ApiDescription::url))
            .orElseThrow(
                () ->
                    new UsageException("say where the service is: harness init http://HOST:PORT"));
    try {
      HttpService.requireUrl(new URI(service));
      return service;
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Before an @ may stand a password, which is not to be told again.
      String given = service.contains("@") ? "what was given" : "\"%s\"".formatted(service);
      throw new UsageException(
          given + " is no URL; write http://HOST:PORT, without user, query or fragment");
    }
  }

  private static String shipped(String name) {
    try (InputStream in = InitCommand.class.getResourceAsStream("/init/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    Path file = directory.resolve(name);
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UsageException("%s: cannot be written: %s".formatted(file, e.getMessage()));
    }
    spec.commandLine().getOut().println("written: " + file);
  }
}
