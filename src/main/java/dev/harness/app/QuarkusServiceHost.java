package dev.harness.app;

import dev.harness.cli.ServiceHost;
import dev.harness.service.ServiceOptions;
import dev.harness.target.child.ReadyLine;
import io.quarkus.runtime.Quarkus;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Serves by the HTTP server of Quarkus, which listens before the command line has been read. */
@Singleton
final class QuarkusServiceHost implements ServiceHost {
  private volatile ServiceOptions options = ServiceOptions.DEFAULT;

  /** The port is read back, because with port 0 it is known only now. */
  @Override
  public ReadyLine open(ServiceOptions given) {
    options = given;
    var config = ConfigProvider.getConfig();
    return new ReadyLine(
        config.getValue("quarkus.http.host", String.class),
        config.getValue("quarkus.http.port", Integer.class));
  }

  /** Asked for when the first request makes the service. */
  @Produces
  ServiceOptions options() {
    return options;
  }

  @Override
  public void awaitEnd() {
    Quarkus.waitForExit();
  }

  @Override
  public void end() {
    Quarkus.asyncExit(0);
  }
}
