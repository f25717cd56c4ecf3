package dev.harness.cli;

import dev.harness.report.TerminalText;
import dev.harness.target.child.ReadyLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code harness target}: the reference service on its own. */
@Command(
    name = "target",
    description = "Runs the reference service on its own, until it is interrupted.",
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  harness target --port 8080",
      "  curl -X POST -H 'X-User-Id: ann' -H 'X-Thread-Id: t1' -H 'X-Run-Id: r1' \\",
      "       -H 'X-Request-Id: q1' 'http://127.0.0.1:8080/requests?work-ms=20'",
      "  harness target --fault cache-without-user"
    })
public final class TargetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private TargetOptions options;

  private final ServiceHost host;

  TargetCommand(ServiceHost host) {
    this.host = host;
  }

  @Override
  public Integer call() {
    ReadyLine ready = host.open(options.service());
    if (options.untilInputEnds()) {
      endWithInput();
    }
    spec.commandLine().getOut().println(ready.text());
    spec.commandLine().getOut().flush();
    // How it ended, it has told: that somebody's database has gone meanwhile changes nothing of it.
    host.awaitEnd()
        .ifPresent(
            left -> spec.commandLine().getErr().println("harness: " + TerminalText.line(left)));
    return 0;
  }

  /**
   * Ends the service when its parent does, however that ends: the parent holds this input open and
   * never writes to it. A Ctrl-C on the terminal reaches both; the parent decides what it means.
   */
  private void endWithInput() {
    Signals.ignoreInterrupts();
    var watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // A broken pipe ends it as its end does.
              }
              host.end();
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }
}
