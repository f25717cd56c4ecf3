package dev.harness.app;

import dev.harness.cli.Signals;
import dev.harness.cli.StartFailure;
import dev.harness.cli.TargetOptions;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Starts the program. The HTTP server runs for the commands that serve, and for no other. */
@QuarkusMain
public final class Main {
  private static final String PORT = "quarkus.http.port";

  private Main() {}

  public static void main(String... arguments) {
    // Numbers read the same on every machine, and a pipe is no console, whatever the Java.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.setProperty("jdk.console", "java.base");
    if (arguments.length > 0) {
      OptionalInt port =
          TargetOptions.serves(arguments)
              ? TargetOptions.port(arguments, System.getenv(), Path.of(""))
              : OptionalInt.empty();
      System.setProperty("quarkus.http.host-enabled", Boolean.toString(port.isPresent()));
      if (!TargetOptions.serves(arguments)) {
        Signals.endOnceStarted();
      }
      port.ifPresent(it -> System.setProperty(PORT, Integer.toString(it)));
    }
    Quarkus.run(HarnessApplication.class, Main::end, arguments);
  }

  /** A program that could not start says so in one line. In dev mode it ends to start again. */
  private static void end(int code, @Nullable Throwable failure) {
    if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
      ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
      return;
    }
    System.exit(
        failure == null ? code : StartFailure.report(failure, System.getProperty(PORT)).code());
  }
}
