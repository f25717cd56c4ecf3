package dev.harness.architecture;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The table of packages: who may import whom, and which libraries.
 *
 * <p>The spine is a line, each row importing those above it. What stands beside it imports what its
 * row names, and never a neighbour; to name a package is to name what that one may import, too. The
 * rows on top come in order, and import everything before them.
 */
final class Layers {
  private static final String MUTINY = "io.smallrye.mutiny.";
  private static final String VERTX = "io.vertx.core.";
  private static final String NETTY = "io.netty.";
  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String PICOCLI = "picocli.";
  private static final String[] PG_CLIENT = {
    MUTINY, "io.vertx.core.", "io.vertx.mutiny.", "io.vertx.pgclient.", "io.vertx.sqlclient."
  };
  private static final String[] QUARKUS = {
    MUTINY,
    JACKSON,
    PICOCLI,
    NETTY,
    "io.quarkus.",
    "io.micrometer.",
    "io.smallrye.common.",
    "io.smallrye.health.",
    "io.vertx.",
    "jakarta.",
    "org.eclipse.microprofile."
  };

  private final Map<String, Layer> rows = new LinkedHashMap<>();
  private final Set<String> line = new HashSet<>();

  private Layers() {}

  static Layers ofHarness() {
    return new Layers()
        .spine("time")
        .spine("random")
        .spine("user", MUTINY)
        .spine("metric")
        .spine("pace")
        .spine("plan")
        .spine("stats", "org.apache.commons.statistics.", "org.hipparchus.")
        .spine("measure", "org.HdrHistogram.")
        .spine("verdict")
        .spine("run", MUTINY, VERTX, NETTY)
        .spine("check", MUTINY, VERTX)
        .beside("api", List.of("plan"))
        .beside("reference", List.of("time", "user"), PG_CLIENT)
        .beside("service", List.of("reference"), QUARKUS)
        .beside("target", List.of("run"), MUTINY, VERTX, NETTY)
        .beside("target.postgres", List.of("run"), PG_CLIENT)
        .beside(
            "target.postgres.embedded",
            List.of("run"),
            MUTINY,
            VERTX,
            "org.tukaani.xz.",
            "org.apache.commons.compress.")
        .beside("host", List.of("run"), "oshi.", "com.sun.tools.attach.")
        .beside("journal", List.of("run"), JACKSON, "org.HdrHistogram.")
        .beside("config", List.of("plan"), JACKSON, "com.networknt.")
        .beside("telemetry", List.of("run"), VERTX, "io.prometheus.client.")
        .top("compare", JACKSON)
        .top("store", VERTX, "io.vertx.pgclient.", "io.vertx.sqlclient.")
        .top("report", JACKSON, "org.HdrHistogram.")
        .top("control", MUTINY, VERTX)
        .top("monitor", JACKSON)
        .top("own", MUTINY, VERTX)
        .top("embed", VERTX)
        .top("cli", PICOCLI, MUTINY, VERTX, "org.jline.")
        .top("app", QUARKUS);
  }

  /** The row of a package, given by its name below the root. */
  Optional<Layer> of(String packageBelowRoot) {
    return rows.values().stream()
        .filter(row -> row.holds(packageBelowRoot))
        .max(Comparator.comparingInt(row -> row.name().length()));
  }

  List<Layer> all() {
    return List.copyOf(rows.values());
  }

  private Layers spine(String name, String... libraries) {
    put(name, line, libraries);
    line.add(name);
    return this;
  }

  private Layers beside(String name, List<String> named, String... libraries) {
    Set<String> mayUse = new HashSet<>(named);
    for (String other : named) {
      mayUse.addAll(named(other).mayUse());
    }
    return put(name, mayUse, libraries);
  }

  private Layers top(String name, String... libraries) {
    return put(name, rows.keySet(), libraries);
  }

  private Layers put(String name, Set<String> mayUse, String... libraries) {
    rows.put(name, new Layer(name, mayUse, List.of(libraries)));
    return this;
  }

  private Layer named(String name) {
    Layer row = rows.get(name);
    if (row == null) {
      throw new IllegalArgumentException("no row above is called " + name);
    }
    return row;
  }
}
