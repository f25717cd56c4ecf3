package dev.harness.control.validation;

import dev.harness.measure.Figure;
import dev.harness.metric.Unit;
import dev.harness.plan.EnvironmentRequirements;
import dev.harness.run.port.DatabaseTarget;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.ProcessProbe.HostFacts;
import dev.harness.run.port.ServiceProcess;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a run needs of this machine, held against what the thresholds file asks for. */
record DependencyInspection(EnvironmentRequirements required, Targets targets)
    implements Inspection {

  /** A machine of 4 GB shows a little less, because its kernel keeps some for itself. */
  private static final double KEPT_BY_THE_SYSTEM = 0.9;

  private static final int CONNECTIONS_AT_ONCE = 60;

  @Override
  public void inspect(Consumer<Finding> told) {
    HostFacts host = targets.probe().facts();
    told.accept(processors(host));
    told.accept(memory(host));
    told.accept(disk());
    told.accept(port());
    told.accept(database());
    told.accept(service());
  }

  private Finding processors(HostFacts host) {
    return Finding.atLeast(
        Part.DEPENDENCIES,
        "processors",
        host.logicalCpus() >= required.cpuCores(),
        "%d (≥ %d)".formatted(host.logicalCpus(), required.cpuCores()));
  }

  private Finding memory(HostFacts host) {
    double gigabytes = host.memoryBytes() / Unit.BYTES_PER_GIGABYTE;
    return Finding.atLeast(
        Part.DEPENDENCIES,
        "memory",
        gigabytes >= required.memoryGb() * KEPT_BY_THE_SYSTEM,
        "%.1f GB (≥ %.1f GB)".formatted(gigabytes, required.memoryGb()));
  }

  private Finding disk() {
    try {
      double free =
          Files.getFileStore(Path.of("").toAbsolutePath()).getUsableSpace()
              / Unit.BYTES_PER_GIGABYTE;
      return Finding.atLeast(
          Part.DEPENDENCIES,
          "disk",
          free >= required.diskGb(),
          "%.1f GB free here (≥ %.1f GB)".formatted(free, required.diskGb()));
    } catch (IOException e) {
      return Finding.doubtful(
          Part.DEPENDENCIES, "disk", "how much is free cannot be read: " + e.getMessage());
    }
  }

  private static Finding port() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Finding.ok(Part.DEPENDENCIES, "ports", "%d is free".formatted(socket.getLocalPort()));
    } catch (IOException e) {
      return Finding.unreachable(
          Part.DEPENDENCIES, "ports", "none is free on the loopback interface: " + e.getMessage());
    }
  }

  private Finding database() {
    try {
      DatabaseTarget database = targets.database();
      int room = database.connectionsAvailable();
      String text = "%s, room for %d connections".formatted(database.version(), room);
      return room >= CONNECTIONS_AT_ONCE
          ? Finding.ok(Part.DEPENDENCIES, "PostgreSQL", text)
          : Finding.doubtful(
              Part.DEPENDENCIES,
              "PostgreSQL",
              text + "; checks that need %d tell nothing".formatted(CONNECTIONS_AT_ONCE));
    } catch (TargetUnreachableException e) {
      return Finding.unreachable(Part.DEPENDENCIES, "PostgreSQL", String.valueOf(e.getMessage()));
    }
  }

  private Finding service() {
    try {
      ServiceProcess service = targets.service();
      try (JvmProcess jvm = targets.jvm(service.pid())) {
        return jvm.threads() instanceof Figure.Missing missing
            ? Finding.doubtful(
                Part.DEPENDENCIES,
                "service",
                "starts, but leaks cannot be seen: " + missing.reason())
            : Finding.ok(Part.DEPENDENCIES, "service", "starts, and its heap can be looked into");
      }
    } catch (TargetUnreachableException e) {
      return Finding.unreachable(Part.DEPENDENCIES, "service", String.valueOf(e.getMessage()));
    }
  }
}
