package dev.harness.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.measure.Distribution;
import dev.harness.measure.Resolution;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvent.Sampled;
import dev.harness.run.port.ProcessProbe.HostSample;
import dev.harness.run.port.ProcessProbe.ProcessSample;
import dev.harness.testing.Golden;
import dev.harness.verdict.ExitCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class JournalJsonTest {
  private static final ObjectMapper JSON = JournalJson.mapper();

  @Test
  void everyEventIsReadAsItWasWritten() throws JsonProcessingException {
    SmallRun run = SmallRun.toldTo((at, event) -> {});

    ObjectMapper json = JournalJson.mapper(run.checks());
    for (Entry entry : run.entries()) {
      assertThat(json.readValue(line(entry), Entry.class)).isEqualTo(entry);
    }
    assertThat(run.entries())
        .as("no kind of event is left out")
        .extracting(entry -> (Object) entry.event().getClass())
        .contains((Object[]) RunEvent.class.getPermittedSubclasses());
  }

  /** Whoever renames what stands in a journal makes old ones unreadable, and sees it here. */
  @Test
  void theFieldsAreThoseThatAreKnown() {
    var fields = new TreeSet<String>();
    for (Entry entry : SmallRun.toldTo((at, event) -> {}).entries()) {
      JsonNode event = JSON.<JsonNode>valueToTree(entry).path("event");
      fields(event.path("is").asText(), event, fields);
    }

    Golden.assertSame("journal-fields.txt", String.join("\n", fields) + "\n");
  }

  private static void fields(String path, JsonNode json, Set<String> into) {
    if (json.isObject()) {
      json.properties()
          .forEach(field -> fields(path + " · " + field.getKey(), field.getValue(), into));
    } else if (json.isArray()) {
      json.forEach(item -> fields(path + "[]", item, into));
    } else {
      into.add(path);
    }
  }

  @Test
  void aFirstSampleHasNoProcessorTime() throws JsonProcessingException {
    var sampled =
        new Sampled(
            Instant.parse("2026-01-02T03:04:05.123456789Z"),
            new HostSample(1, 2, Double.NaN, -1, Double.NaN, 3),
            Map.of("harness", new ProcessSample(1, 2, 3, 4, 5)));

    assertThat(again(new Entry(7, -8, sampled))).isEqualTo(new Entry(7, -8, sampled));
  }

  @Test
  void anInterruptionIsKept() throws JsonProcessingException {
    var ended = new RunEvent.RunEnded(Optional.of(ExitCode.INTERRUPTED));

    assertThat(again(new Entry(1, 0, ended)).event()).isEqualTo(ended);
  }

  @Test
  void timesOfAnyResolutionKeepEveryBucketAndWhatIsOutOfRange() throws JsonProcessingException {
    for (Resolution resolution : Resolution.values()) {
      Histogram histogram = Distribution.zero(resolution).toHistogram();
      for (long ticks = 1; ticks < 3_600_000_000L; ticks = ticks * 3 + 1) {
        histogram.recordValueWithCount(ticks, ticks % 7 + 1);
      }
      Distribution times = Distribution.of(resolution, histogram, 12);

      String text = JSON.writeValueAsString(times);

      assertThat(JSON.readValue(text, Distribution.class)).isEqualTo(times);
    }
  }

  private static Entry again(Entry entry) throws JsonProcessingException {
    return JSON.readValue(line(entry), Entry.class);
  }

  private static String line(Entry entry) throws JsonProcessingException {
    String line = JSON.writeValueAsString(entry);
    assertThat(line).doesNotContain("\n");
    return line;
  }
}
