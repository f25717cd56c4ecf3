package dev.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A service in a JVM of its own, made of what the JDK has: it answers everything, makes garbage
 * with each answer, keeps some of it where it leaks, and tells of itself at {@code /metrics}.
 */
final class SmallService implements AutoCloseable {
  private static final Duration BEGINS_WITHIN = Duration.ofSeconds(60);

  private static final String SOURCE =
      """
      import com.sun.net.httpserver.HttpServer;
      import java.lang.management.ManagementFactory;
      import java.net.InetAddress;
      import java.net.InetSocketAddress;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.concurrent.Executors;

      class Small {
        static final List<byte[]> KEPT = new ArrayList<>();
        static volatile byte[] garbage;

        public static void main(String... args) throws Exception {
          boolean leaks = args[0].equals("leaks");
          var server =
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
          server.setExecutor(Executors.newFixedThreadPool(4));
          server.createContext(
              "/",
              exchange -> {
                garbage = new byte[128 << 10];
                if (leaks) {
                  synchronized (KEPT) {
                    KEPT.add(new byte[32 << 10]);
                  }
                }
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
              });
          server.createContext(
              "/metrics",
              exchange -> {
                byte[] text = metrics().getBytes();
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
                exchange.close();
              });
          server.start();
          System.out.println(server.getAddress().getPort());
        }

        static String metrics() {
          long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
          long collections =
              ManagementFactory.getGarbageCollectorMXBeans().stream()
                  .mapToLong(collector -> collector.getCollectionCount())
                  .sum();
          var system =
              (com.sun.management.OperatingSystemMXBean)
                  ManagementFactory.getOperatingSystemMXBean();
          return "jvm_memory_used_bytes{area=\\"heap\\"} " + used + "\\n"
              + "jvm_gc_pause_seconds_count " + collections + "\\n"
              + "process_cpu_seconds_total " + system.getProcessCpuTime() / 1e9 + "\\n";
        }
      }
      """;

  private final Process process;
  private final int port;

  private SmallService(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one, whose heap is small and often collected.
   *
   * @param does {@code leaks}, or anything else
   */
  static SmallService start(Path home, String does) throws IOException {
    Path log = home.resolve(does + ".log");
    Path source = Files.writeString(home.resolve("Small.java"), SOURCE);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-Xmn4m",
                "-XX:+UseSerialGC",
                source.toString(),
                does)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!ProgramRun.holdsWithin(BEGINS_WITHIN, () -> log.toFile().length() > 1)) {
      process.destroyForcibly();
      throw new AssertionError("has not begun within " + BEGINS_WITHIN);
    }
    return new SmallService(process, Integer.parseInt(Files.readString(log).strip()));
  }

  long pid() {
    return process.pid();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
