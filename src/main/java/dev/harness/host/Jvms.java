package dev.harness.host;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.harness.run.port.JvmProcess;
import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.time.Ticker;
import java.io.IOException;
import java.util.Optional;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Looks into JVMs: this one, and by attaching to them those of the same user. */
public final class Jvms {
  private Jvms() {}

  /** This process. */
  public static JvmProcess own(Ticker ticker) {
    return JvmBeans.own(ticker);
  }

  /**
   * The process of that id. Where it cannot be looked into, all its figures are missing, and say
   * why.
   */
  public static JvmProcess attach(long pid, Ticker ticker) {
    try {
      JMXConnector connector = connected(pid);
      try {
        return JvmBeans.of(connector.getMBeanServerConnection(), ticker, () -> close(connector));
      } catch (IOException e) {
        close(connector);
        throw refused(pid, e);
      }
    } catch (NotAvailableException e) {
      return new UnseenJvm(String.valueOf(e.getMessage()));
    }
  }

  /** The process of that id, as a source of readings that is attached to when it is first read. */
  public static ReadingSource readings(long pid) {
    return new JvmReadings(pid);
  }

  /**
   * Attaches to it.
   *
   * @throws NotAvailableException where that cannot be
   */
  static JMXConnector connected(long pid) {
    Optional<String> against = reasonAgainst(pid);
    if (against.isPresent()) {
      throw new NotAvailableException(against.get());
    }
    try {
      return connect(pid);
    } catch (AttachNotSupportedException | IOException e) {
      throw refused(pid, e);
    }
  }

  private static NotAvailableException refused(long pid, Exception e) {
    return new NotAvailableException(
        "process %d lets nobody look into it: %s".formatted(pid, e.getMessage()));
  }

  /**
   * To attach to a process that is no JVM is to kill it: the signal that asks a JVM to open its
   * door ends any other. So only those are asked that are listed as JVMs.
   */
  private static Optional<String> reasonAgainst(long pid) {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
      return Optional.of("a native executable cannot attach to a JVM");
    }
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return Optional.of("there is no process " + pid);
    }
    if (!process.get().info().user().equals(ProcessHandle.current().info().user())) {
      return Optional.of("process %d belongs to another user".formatted(pid));
    }
    String id = Long.toString(pid);
    return VirtualMachine.list().stream().anyMatch(jvm -> jvm.id().equals(id))
        ? Optional.empty()
        : Optional.of("process %d is no JVM, or hides it (-XX:-UsePerfData)".formatted(pid));
  }

  @SuppressWarnings("BanJNDI") // the address is of a process of this same user, by its own word
  private static JMXConnector connect(long pid) throws AttachNotSupportedException, IOException {
    VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
    try {
      return JMXConnectorFactory.connect(new JMXServiceURL(jvm.startLocalManagementAgent()));
    } finally {
      jvm.detach();
    }
  }

  static void close(JMXConnector connector) {
    try {
      connector.close();
    } catch (IOException e) {
      // It was to be closed, and is: the other process has ended.
    }
  }
}
