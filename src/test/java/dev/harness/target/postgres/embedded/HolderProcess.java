package dev.harness.target.postgres.embedded;

import dev.harness.time.SystemTicker;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JVM of its own which runs {@link EmbeddedPostgresHolder}, as whatever user and wherever. */
final class HolderProcess implements AutoCloseable {

  private final Process process;
  private final String answer;

  private HolderProcess(Process process, String answer) {
    this.process = process;
    this.answer = answer;
  }

  /**
   * Starts one and waits for its answer.
   *
   * @param prefix what to put before the command, such as another user
   * @param home a directory which that user can read; gets copies of the classes
   */
  static HolderProcess start(List<String> prefix, Path home, List<String> jvm, List<String> places)
      throws Exception {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", classes(home), EmbeddedPostgresHolder.class.getName()));
    command.addAll(places);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String answer =
        CompletableFuture.supplyAsync(
                () ->
                    process
                        .inputReader()
                        .lines()
                        .filter(line -> line.startsWith("holding") || line.startsWith("refused"))
                        .findFirst()
                        .orElse("died"))
            .get(60, TimeUnit.SECONDS);
    return new HolderProcess(process, answer);
  }

  /** The command with a prefix. */
  static List<String> then(List<String> prefix, String... command) {
    return Stream.concat(prefix.stream(), Stream.of(command)).toList();
  }

  String answer() {
    return answer;
  }

  ProcessHandle jvm() {
    return process.toHandle();
  }

  ProcessHandle server() {
    return ProcessHandle.of(Long.parseLong(field(1))).orElseThrow();
  }

  int port() {
    return Integer.parseInt(field(2));
  }

  String ownerPassword() {
    return field(3);
  }

  Path directory() {
    return Path.of(field(4));
  }

  void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Whether within 5 s neither the server nor its directory is there any more. */
  boolean leavesNothing() {
    ProcessHandle server = ProcessHandle.of(Long.parseLong(field(1))).orElse(null);
    return Deadline.after(Duration.ofSeconds(5), new SystemTicker())
        .await(
            () ->
                (server == null || !server.isAlive())
                    && !Files.exists(directory())
                    && !process.isAlive());
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private String field(int index) {
    String[] fields = answer.split(" ", 5);
    if (!fields[0].equals("holding")) {
      throw new IllegalStateException(answer);
    }
    return fields[index];
  }

  private static String classes(Path home) {
    return Stream.of(
            "dev.harness.target.postgres.embedded.EmbeddedPostgres",
            "dev.harness.target.postgres.embedded.EmbeddedPostgresHolder",
            "org.apache.commons.compress.archivers.tar.TarArchiveInputStream",
            "org.apache.commons.io.IOUtils",
            "org.apache.commons.lang3.ArrayUtils",
            "org.apache.commons.codec.Charsets",
            "org.tukaani.xz.XZInputStream")
        .map(name -> copy(name, home).toString())
        .collect(Collectors.joining(":"));
  }

  /** Copies the jar or directory that a class came from; once. */
  private static Path copy(String name, Path home) {
    try {
      Path source =
          Path.of(Class.forName(name).getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = home.resolve(source.getFileName().toString());
      if (!Files.exists(target)) {
        int exit =
            new ProcessBuilder("cp", "-r", source.toString(), target.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
          throw new IllegalStateException("cannot copy " + source);
        }
      }
      return target;
    } catch (IOException | InterruptedException | ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
