package dev.harness.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs one test class in a JVM of its own, as a build tool does: 0 where its tests passed. */
public final class JUnitRun {
  private JUnitRun() {}

  public static void main(String... arguments) {
    var told = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request().selectors(selectClass(arguments[0])).build(),
            told);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    told.getSummary().printTo(out);
    told.getSummary().printFailuresTo(out);
    long passed = told.getSummary().getTestsSucceededCount();
    System.exit(passed > 0 && told.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
  }
}
