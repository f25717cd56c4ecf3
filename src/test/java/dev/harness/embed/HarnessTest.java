package dev.harness.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.check.BuiltInChecks;
import dev.harness.config.InvalidFileException;
import dev.harness.plan.CheckId;
import dev.harness.plan.threshold.Bound;
import dev.harness.reference.legacy.LegacyContextSystem;
import dev.harness.run.Check;
import dev.harness.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a test of somebody else's may ask for, and what it is told that is not there. */
class HarnessTest {
  private static final Harness HARNESS = Harness.of(LegacyContextSystem::new);
  private static final CheckVerdict LEAK =
      new CheckVerdict(
          "memory/leak",
          Verdict.PASS,
          "",
          List.of(new JudgedFigure("left", "", 0, Bound.AT_MOST, 0, Double.NaN, Verdict.PASS, "")),
          List.of());

  @Test
  void namesAreOfSuitesAndOfChecks() {
    assertThat(Choice.of(List.of("memory/leak", "engine")))
        .extracting(check -> check.id().toString())
        .containsExactly(
            "engine/creation",
            "engine/cleanup",
            "engine/concurrent-engines",
            "engine/lifecycle-memory",
            "memory/leak");
    assertThat(Choice.of(List.of()))
        .extracting(Check::id)
        .containsExactlyElementsOf(BuiltInChecks.ofContexts().stream().map(Check::id).toList());
  }

  @Test
  void aNameThatNothingHasIsToldWithThoseThereAre() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> HARNESS.checks("memory/leek"))
        .withMessageStartingWith("unknown check \"memory/leek\"; there are: context, engine, ")
        .withMessageContaining(", memory/leak, ");
  }

  @Test
  void limitsThatCannotBeReadAreToldAtOnce() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> HARNESS.thresholds(Path.of("nowhere.json")))
        .withMessageContaining("nowhere.json");
  }

  @Test
  void whatWasNotMeasuredIsToldAsSuch() {
    var validation = new Validation(Verdict.PASS, 0, List.of(LEAK), "");

    assertThat(validation.check("memory/leak").figure("left").value()).isZero();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> validation.check("context/validation"))
        .withMessage("context/validation did not run");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> LEAK.figure("right"))
        .withMessage("memory/leak is not judged on right, but on left");
  }

  @Test
  void theChecksOfContextsAreAmongThoseThereAre() {
    List<CheckId> all = BuiltInChecks.all().stream().map(Check::id).toList();

    assertThat(BuiltInChecks.ofContexts()).extracting(Check::id).isSubsetOf(all);
  }
}
