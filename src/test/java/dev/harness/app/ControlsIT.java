package dev.harness.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.control.Control;
import dev.harness.control.ControlResult;
import dev.harness.control.Controls;
import dev.harness.control.Rehearsal;
import dev.harness.run.Interruption;
import dev.harness.run.drive.Driver;
import dev.harness.run.port.Targets;
import dev.harness.testing.Alone;
import dev.harness.time.SystemTicker;
import dev.harness.time.Ticker;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each control against the real targets: once, and with {@code -Pcontrols} twenty times. Tables of
 * them are left in {@code target}.
 */
class ControlsIT {
  private static final int TIMES = Integer.getInteger("harness.controls.times", 1);
  private static final int LONGEST_SECONDS = Integer.getInteger("harness.controls.longest", 60);
  private static final String ONLY = System.getProperty("harness.controls.only", ".*");
  private static final Ticker CLOCK = new SystemTicker();

  /** Those whose figure is a slope or a rate: other tests make it waver, and so inconclusive. */
  private static final String BY_A_FIGURE =
      "contexts-kept|leak-per-request|leak-a-little|bounded-cache|(dropped|reordered)-event";

  private static final Path FACTS = Path.of("target", "controls-by-facts.md");
  private static final Path FIGURES = Path.of("target", "controls-by-figures.md");
  private static final Map<Path, List<String>> ROWS = new HashMap<>();

  private static Vertx vertx;
  private static Targets targets;
  private static Rehearsal rehearsal;

  @BeforeAll
  static void open() {
    var interruption = new Interruption();
    vertx = Vertx.vertx();
    targets = new HarnessTargetSource(vertx, CLOCK, interruption).open(Optional.empty());
    rehearsal =
        new Rehearsal(Driver.onHalfTheCores(vertx, CLOCK), interruption, CLOCK, event -> {});
  }

  @AfterAll
  static void close() throws IOException {
    targets.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    for (var table : ROWS.entrySet()) {
      Files.write(table.getKey(), table.getValue());
      table.getValue().forEach(System.out::println);
    }
  }

  static Stream<Named<Control>> byFacts() {
    return controls().filter(control -> !control.getName().matches(BY_A_FIGURE));
  }

  static Stream<Named<Control>> byFigures() {
    return controls().filter(control -> control.getName().matches(BY_A_FIGURE));
  }

  private static Stream<Named<Control>> controls() {
    return Controls.all(CLOCK).stream()
        .filter(control -> control.seconds() <= LONGEST_SECONDS)
        .filter(control -> control.name().matches(ONLY))
        .map(control -> Named.of(control.name(), control));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("byFacts")
  void isToldRightByAFact(Control control) {
    isToldRight(control, FACTS);
  }

  @Alone
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("byFigures")
  void isToldRightByAFigure(Control control) {
    isToldRight(control, FIGURES);
  }

  private static void isToldRight(Control control, Path table) {
    List<ControlResult> results =
        IntStream.range(0, TIMES)
            .mapToObj(time -> rehearsal.run(targets, control).orElseThrow())
            .toList();

    List<String> missed =
        results.stream().filter(it -> !it.asExpected()).map(ControlResult::text).toList();
    ROWS.computeIfAbsent(table, path -> new ArrayList<>())
        .add(
            "| `%s` | %s | `%s` | %s | %d of %d | %.1f |"
                .formatted(
                    control.name(),
                    control.change(),
                    control.check().id(),
                    control.expected().text(),
                    TIMES - missed.size(),
                    TIMES,
                    results.stream().mapToDouble(ControlResult::seconds).average().orElseThrow()));
    assertThat(missed).isEmpty();
  }
}
