package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run --metrics-port}, scraped while it runs. */
class MetricsPortIT {
  private static final Pattern URL = Pattern.compile("metrics: (http://127\\.0\\.0\\.1:\\d+\\S+)");
  private static final String FIRST = "context/single-creation";

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  /** Of a check that has ended nothing changes any more: so both tell the same. */
  @Test
  void whatIsScrapedIsWhatIsReported() throws Exception {
    var scraped = new ArrayList<String>();
    String passed = "harness_check_verdict{check=\"%s\",verdict=\"pass\",} 1.0".formatted(FIRST);
    Ended ended;
    try (ProgramRun run =
        place.start(
            "run", "--profile=quick", "--check=single-creation,propagation", "--metrics-port=0")) {
      assertThat(run.holdsBeforeItEnds(() -> URL.matcher(run.err()).find())).isTrue();
      assertThat(
              run.holdsBeforeItEnds(
                  () -> {
                    scraped.add(scrape(run.err()));
                    return last(scraped).contains(passed);
                  }))
          .as("a scrape that tells of a check that has ended")
          .isTrue();
      ended = run.end();
    }
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode check = WrittenReport.check(WrittenReport.in(place.directory()), FIRST);
    JsonNode judged = check.at("/judgements/0");
    String labels = "{check=\"%s\",metric=\"%s\"".formatted(FIRST, judged.path("metric").asText());

    assertThat(value(last(scraped), "harness_figure" + labels))
        .isEqualTo(judged.path("value").asDouble());
    assertThat(value(last(scraped), "harness_limit" + labels))
        .isEqualTo(judged.path("limit").asDouble());
    assertThat(value(last(scraped), "harness_margin_percent" + labels))
        .isEqualTo(judged.path("margin_percent").asDouble());
    JsonNode phase = check.at("/phases/0");
    String load = "{check=\"%s\",load=\"%s\"".formatted(FIRST, phase.path("name").asText());
    assertThat(value(last(scraped), "harness_operations_due_total" + load))
        .isEqualTo(phase.at("/due").asDouble())
        .isPositive();
    assertThat(value(last(scraped), "harness_response_time_seconds_count" + load))
        .isEqualTo(phase.at("/completed").asDouble());
  }

  @Test
  void aPortThatIsTakenIsToldAndNothingRuns() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      Ended ended =
          place.run("run", "--check=single-creation", "--metrics-port=" + taken.getLocalPort());

      assertThat(ended.exitCode()).isEqualTo(64);
      assertThat(ended.problems())
          .singleElement()
          .asString()
          .startsWith("harness: --metrics-port %d: ".formatted(taken.getLocalPort()));
      assertThat(place.files()).isEmpty();
    }
  }

  private static String last(List<String> scraped) {
    return scraped.get(scraped.size() - 1);
  }

  private static String scrape(String err) {
    Matcher url = URL.matcher(err);
    assertThat(url.find()).isTrue();
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(URI.create(url.group(1))).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      // It has ended: the condition does not hold, and nobody asks again.
      return "";
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static double value(String text, String beginning) {
    return text.lines()
        .filter(line -> line.startsWith(beginning))
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(beginning + " is not in " + text));
  }
}
