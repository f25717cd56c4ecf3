package dev.harness.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.time.ManualTicker;
import dev.harness.user.ContextSystem;
import dev.harness.user.UserExecutionContext;
import dev.harness.user.UserLimitExceededException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ExecutionEngineTest {
  private final ManualTicker ticker = new ManualTicker();
  private final ReferenceContextSystem system =
      new ReferenceContextSystem(EngineLimits.DEFAULT, ticker);
  private final ExecutionEngineFactory factory =
      new ExecutionEngineFactory(EngineLimits.DEFAULT, ticker);

  @Test
  void keepsEachEnginesStateApart() {
    ExecutionEngine one = factory.open(of("a"));
    ExecutionEngine other = factory.open(of("a"));
    run(one.execute(scope -> put(scope, "secret")));

    run(other.execute(scope -> Uni.createFrom().item(scope.get("token")))).assertItem(null);
    run(one.execute(scope -> Uni.createFrom().item(scope.get("token")))).assertItem("secret");
  }

  @Test
  void givesTheScopeBackAfterAnAsynchronousHop() {
    var hop = new CompletableFuture<String>();
    ExecutionEngine engine = factory.open(of("a"));
    UniAssertSubscriber<String> result =
        run(
            engine.execute(
                scope ->
                    Uni.createFrom().completionStage(hop).map(landed -> scope.context().userId())));
    result.assertNotTerminated();

    hop.complete("landed");

    result.assertItem("a");
  }

  @Test
  void tellsNothingOnceItHasEndedEvenToWorkThatIsUnderWay() {
    var hop = new CompletableFuture<String>();
    ExecutionEngine engine = factory.open(of("a"));
    UniAssertSubscriber<String> result =
        run(
            engine.execute(
                scope ->
                    Uni.createFrom().completionStage(hop).map(landed -> scope.context().userId())));

    engine.end();
    hop.complete("landed");

    result.assertFailedWith(EngineClosedException.class);
    run(engine.execute()).assertFailedWith(EngineClosedException.class);
  }

  @Test
  void servesAsAContextSystem() {
    var engine = open("a");
    run(engine.execute()).assertItem("a");
    open("a");
    run(system.openEngine(system.createContext("a", "t", "r", "q")))
        .assertFailedWith(UserLimitExceededException.class);
    assertThat(system.openEngines()).hasValue(2);

    run(engine.close()).assertCompleted();
    run(engine.close()).assertCompleted();
    assertThat(system.openEngines()).hasValue(1);

    system.close();
    assertThat(system.openEngines()).hasValue(0);
  }

  @Test
  void constructsAnEnginePastTheFactory() {
    var bare = system.bareEngine(system.createContext("a", "t", "r", "q")).orElseThrow();

    run(bare.execute()).assertCompleted();
    assertThat(system.openEngines()).hasValue(0);
    run(bare.close()).assertCompleted();
    run(bare.execute()).assertFailedWith(EngineClosedException.class);
  }

  private ContextSystem.Engine open(String user) {
    return run(system.openEngine(system.createContext(user, "t", "r", "q"))).getItem();
  }

  private static Uni<Void> put(EngineScope scope, String token) {
    scope.put("token", token);
    return Uni.createFrom().voidItem();
  }

  private static <T> UniAssertSubscriber<T> run(Uni<T> uni) {
    return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private static UserExecutionContext of(String user) {
    return new UserExecutionContext(user, "t-1", "r-1", "q-1");
  }
}
