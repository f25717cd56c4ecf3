package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.plan.SourceMetric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Command;

/** Whoever writes an alert rule finds the name of the figure. */
class MonitorHelpTest {

  @ParameterizedTest
  @EnumSource(SourceMetric.class)
  void eachFigureIsNamedInTheHelpAndInTheDocuments(SourceMetric metric) throws IOException {
    Command command = Objects.requireNonNull(MonitorCommand.class.getAnnotation(Command.class));
    String help = String.join("\n", command.footer());

    assertThat(help).containsPattern("[ :]" + metric.id() + "(,|$|\n)");
    assertThat(Files.readString(Path.of("docs/monitor.md")))
        .contains("`%s`".formatted(metric.id()));
  }
}
