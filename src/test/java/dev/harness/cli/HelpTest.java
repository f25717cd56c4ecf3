package dev.harness.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;

/** What stands below the options is a format: a % in it is written twice. */
class HelpTest {
  static Stream<Class<?>> commands() {
    return Arrays.stream(described(HarnessCommand.class).subcommands())
        .filter(command -> command != GenerateCompletion.class);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isAFormat(Class<?> command) {
    assertThat(described(command).footer())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.formatted()).doesNotContain("%%"));
  }

  private static Command described(Class<?> command) {
    return requireNonNull(command.getAnnotation(Command.class));
  }
}
