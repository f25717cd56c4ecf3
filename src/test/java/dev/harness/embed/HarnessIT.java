package dev.harness.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.harness.reference.EngineLimits;
import dev.harness.reference.ReferenceContextSystem;
import dev.harness.reference.legacy.LegacyContextSystem;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.testing.Alone;
import dev.harness.time.SystemTicker;
import dev.harness.user.ContextSystem;
import dev.harness.verdict.Verdict;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The checks of contexts, run from within a test as anybody may. */
@Alone
class HarnessIT {
  private static final String LEAK = "memory/leak";
  private static final String TOGETHER = "engine/concurrent-engines";

  @Test
  void aSoundSystemPasses() {
    Validation validation =
        Harness.of(HarnessIT::reference)
            .checks(TOGETHER, "stress/user-limit", LEAK)
            .seed(1)
            .validate();

    assertThat(validation.passed()).as(validation.text()).isTrue();
    assertThatCode(validation::requirePass).doesNotThrowAnyException();
    assertThat(validation.verdict()).isEqualTo(Verdict.PASS);
    assertThat(validation.checks())
        .extracting(CheckVerdict::id)
        .containsExactly(TOGETHER, LEAK, "stress/user-limit");
    JudgedFigure breaches = validation.check(TOGETHER).figure("isolation_breaches");
    assertThat(breaches.value()).isZero();
    assertThat(breaches.limit()).isZero();
    assertThat(validation.text()).contains("measured: reference");
  }

  @Test
  void aKilobyteKeptOfEachContextIsCaught() {
    Validation validation = Harness.of(Keeping::new).checks(LEAK).validate();

    assertThat(validation.verdict()).as(validation.text()).isEqualTo(Verdict.BREACH);
    assertThat(validation.exitCode()).isEqualTo(1);
    JudgedFigure leak = validation.check(LEAK).figure("permanent_leak_per_1k");
    assertThat(leak.verdict()).isEqualTo(Verdict.BREACH);
    assertThat(leak.unit()).isEqualTo("KB/1k");
    assertThat(leak.value()).isCloseTo(1_040, within(100.0));
    assertThat(leak.marginPercent()).isNegative();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(validation::requirePass)
        .withMessage(validation.text());
  }

  @Test
  void whoWorksForWhoeverCameLastIsCaught() {
    Validation validation = Harness.of(LegacyContextSystem::new).checks(TOGETHER).validate();

    assertThat(validation.check(TOGETHER).figure("isolation_breaches").value())
        .as(validation.text())
        .isEqualTo(499);
  }

  @Test
  void whatDoesNotApplyIsNoPass() {
    Validation validation =
        Harness.of(LegacyContextSystem::new).checks("stress/user-limit").validate();

    assertThat(validation.passed()).isFalse();
    assertThat(validation.exitCode()).isEqualTo(3);
    assertThat(validation.check("stress/user-limit").verdict()).isEqualTo(Verdict.NOT_RUN);
    assertThat(validation.check("stress/user-limit").reason())
        .isEqualTo("not applicable: legacy sets no limit to the engines of a user");
  }

  @Test
  void whatCannotDoOneRequestIsToldAtOnce() {
    assertThatExceptionOfType(TargetUnreachableException.class)
        .isThrownBy(() -> Harness.of(Broken::new).validate())
        .withMessageEndingWith(
            "Broken cannot do one request: openEngine: java.lang.IllegalStateException: full");
  }

  private static ContextSystem reference() {
    return new ReferenceContextSystem(EngineLimits.DEFAULT, new SystemTicker());
  }

  /** Sound, but that a kilobyte stays of each context. */
  private static class Keeping implements ContextSystem {
    private static final int KILOBYTE = 1_024;

    private final ContextSystem sound = reference();
    private final Collection<byte[]> kept = new ConcurrentLinkedQueue<>();

    @Override
    public Object createContext(String userId, String threadId, String runId, String requestId) {
      kept.add(new byte[KILOBYTE]);
      return sound.createContext(userId, threadId, runId, requestId);
    }

    @Override
    public Uni<Engine> openEngine(Object context) {
      return sound.openEngine(context);
    }
  }

  private static final class Broken extends Keeping {
    @Override
    public Uni<Engine> openEngine(Object context) {
      return Uni.createFrom().failure(new IllegalStateException("full"));
    }
  }
}
