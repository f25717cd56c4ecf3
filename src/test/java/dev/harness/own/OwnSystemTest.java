package dev.harness.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.run.NoTargets;
import dev.harness.run.port.NotOfferedException;
import dev.harness.run.port.TargetUnreachableException;
import dev.harness.run.port.Targets;
import dev.harness.user.ContextSystem;
import dev.harness.user.FailedCallException;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a user's own system does, one line says which, in what call, and what it was. */
class OwnSystemTest {
  /** No test waits as long; for those that wait for nothing it is how long they take. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What comes before the step that does not end must end within it, on a busy machine, too. */
  private static final Duration SHORT = Duration.ofMillis(500);

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @Test
  void aSoundOneIsLeftAlone() {
    assertThatCode(() -> own(Scripted::sound).requireWorking(PATIENCE)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource
  void whatCannotDoOneRequestIsToldBeforeAnyLoad(
      Supplier<ContextSystem> maker, Duration patience, String said) {
    assertThatExceptionOfType(TargetUnreachableException.class)
        .isThrownBy(() -> own(maker).requireWorking(patience))
        .withMessage("sessions cannot do one request: " + said);
  }

  static Stream<Arguments> whatCannotDoOneRequestIsToldBeforeAnyLoad() {
    Uni<ContextSystem.Engine> never = Uni.createFrom().nothing();
    return Stream.of(
        wrong(
            OwnSystemTest::unlicensed,
            PATIENCE,
            "constructor: java.lang.IllegalStateException: no licence"),
        wrong(
            () -> Scripted.sound().creating(OwnSystemTest::unlicensed),
            PATIENCE,
            "createContext: java.lang.IllegalStateException: no licence"),
        wrong(
            () -> Scripted.sound().creating(OwnSystemTest::blocked),
            SHORT,
            "createContext: did not end within 500 ms"),
        wrong(
            () -> Scripted.sound().opening(Uni.createFrom().failure(new Error("no room"))),
            PATIENCE,
            "openEngine: java.lang.Error: no room"),
        wrong(
            () -> Scripted.sound().opening(never), SHORT, "openEngine: did not end within 500 ms"),
        wrong(
            () -> Scripted.sound().working(() -> Uni.createFrom().nothing()),
            SHORT,
            "Engine.execute: did not end within 500 ms"),
        wrong(
            () -> Scripted.sound().ending(() -> unlicensed()),
            PATIENCE,
            "close: java.lang.IllegalStateException: no licence"));
  }

  @Test
  void whatItThrowsUnderLoadSaysWhereItHappened() {
    assertFails(Scripted.sound().creating(OwnSystemTest::unlicensed), OwnSystemTest::context)
        .withMessageMatching(
            "sessions, createContext: java.lang.IllegalStateException: no licence"
                + " \\(OwnSystemTest.java:\\d+\\)")
        .withCauseInstanceOf(IllegalStateException.class);
    assertFails(Scripted.sound().ending(() -> unlicensed()), ContextSystem::close)
        .withMessageStartingWith("sessions, close: java.lang.IllegalStateException: no licence");
  }

  @Test
  @SuppressWarnings("NullAway") // as somebody may write who has no such checker
  void nothingIsNoContext() {
    assertFails(Scripted.sound().creating(() -> null), OwnSystemTest::context)
        .withMessage("sessions, createContext: it returned null");
  }

  @Test
  void aRefusalStaysOneWhicheverWayItComes() {
    var full = new UserLimitExceededException(2);
    ContextSystem throwing =
        own(() ->
                Scripted.sound()
                    .opening(
                        Uni.createFrom()
                            .deferred(
                                () -> {
                                  throw full;
                                })))
            .open();

    throwing
        .openEngine(new Object())
        .subscribe()
        .withSubscriber(UniAssertSubscriber.create())
        .assertFailedWith(UserLimitExceededException.class);
  }

  @Test
  void nothingOfTheReferenceSystemIsLeft() {
    Targets targets = new OwnSystemTargets(new NoTargets(), own(Scripted::sound));

    assertThat(targets.facts()).containsEntry("context_system", "sessions");
    assertThat(targets.contexts().name()).isEqualTo("sessions");
    Stream.<Runnable>of(
            targets::service,
            targets::freshService,
            targets::sessionService,
            targets::smallService,
            targets::legacyService,
            targets::legacyContexts,
            targets::propagation)
        .forEach(
            target ->
                assertThatExceptionOfType(NotOfferedException.class)
                    .isThrownBy(target::run)
                    .withMessageStartingWith("sessions "));
  }

  @Test
  void theCallThatACheckIsInIsSeen() throws Exception {
    var entered = new CountDownLatch(1);
    Targets targets =
        new OwnSystemTargets(
            new NoTargets(),
            own(
                () ->
                    Scripted.sound()
                        .creating(
                            () -> {
                              entered.countDown();
                              return blocked();
                            })));
    ContextSystem system = targets.contexts();
    var check = new Thread(() -> context(system));

    assertThat(targets.foreignCall()).isEmpty();
    check.start();
    entered.await();
    assertThat(targets.foreignCall().orElseThrow().method()).isEqualTo("createContext");
    check.interrupt();
    check.join();
    assertThat(targets.foreignCall()).isEmpty();
  }

  private static org.assertj.core.api.ThrowableAssertAlternative<FailedCallException> assertFails(
      ContextSystem system, Consumer<ContextSystem> call) {
    ContextSystem guarded = own(() -> system).open();
    return assertThatExceptionOfType(FailedCallException.class)
        .isThrownBy(() -> call.accept(guarded));
  }

  private static void context(ContextSystem system) {
    system.createContext("user-1", "thread-1", "run-1", "request-1");
  }

  private static OwnSystem own(Supplier<ContextSystem> maker) {
    return new OwnSystem("sessions", maker);
  }

  private static Scripted unlicensed() {
    throw new IllegalStateException("no licence");
  }

  private static Object blocked() {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return NEVER;
  }

  private static Arguments wrong(Supplier<ContextSystem> maker, Duration patience, String said) {
    return Arguments.of(maker, patience, said);
  }
}
