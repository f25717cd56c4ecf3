package dev.harness.host;

import dev.harness.run.port.NotAvailableException;
import dev.harness.run.port.ReadingSource;
import dev.harness.run.port.Readings;
import java.io.IOException;
import java.lang.reflect.UndeclaredThrowableException;
import javax.management.remote.JMXConnector;
import org.jspecify.annotations.Nullable;

/**
 * Readings of another JVM. It is attached to once: one that does not let us in, or has ended, is
 * not asked again, because to attach is to ask something of it.
 */
final class JvmReadings implements ReadingSource {
  private final long pid;
  private @Nullable JMXConnector connector;
  private @Nullable JvmGauges gauges;
  private @Nullable String reason;

  JvmReadings(long pid) {
    this.pid = pid;
  }

  @Override
  public String name() {
    return "JVM " + pid;
  }

  @Override
  public Readings read() {
    if (reason != null) {
      throw new NotAvailableException(reason);
    }
    try {
      return gauges().read();
    } catch (NotAvailableException e) {
      throw given(String.valueOf(e.getMessage()));
    } catch (IOException | UndeclaredThrowableException e) {
      // Beans of another JVM throw what a broken connection throws, undeclared.
      throw given("the process ended while it was looked at");
    }
  }

  private NotAvailableException given(String why) {
    reason = why;
    return new NotAvailableException(why);
  }

  private JvmGauges gauges() throws IOException {
    if (gauges == null) {
      JMXConnector connected = Jvms.connected(pid);
      connector = connected;
      gauges = new JvmGauges(connected.getMBeanServerConnection());
    }
    return gauges;
  }

  @Override
  public void close() {
    if (connector != null) {
      Jvms.close(connector);
    }
  }
}
