package dev.harness.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harness.run.Check;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import dev.harness.run.RunFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a journal, line by line, into the fold that the run itself was told by. A line that is cut
 * off or damaged is passed over and counted; so is an event that is missing.
 */
public final class JournalFile {
  /** Far longer than any line of a journal. */
  private static final int LONGEST_LINE = 64 << 20;

  private final Path file;
  private final Lines lines;
  private final Collection<Check> known;
  private final ObjectMapper json;
  private final RunFold run = new RunFold();
  private final List<RunEvents.Judge> listeners;
  private long next = 1;
  private long missing;
  private long unreadableBytes;

  private JournalFile(
      Path file, Lines lines, Collection<Check> known, List<RunEvents.Judge> listeners) {
    this.file = file;
    this.lines = lines;
    this.known = known;
    this.listeners = listeners;
    this.json = JournalJson.mapper(known);
  }

  /**
   * The run that a journal tells of.
   *
   * @param known all checks there are: a journal has only their ids
   * @throws InvalidJournalException where there is no run in it that this version can read
   * @throws IOException where the file cannot be read
   */
  public static Recovered read(Path file, Collection<Check> known) throws IOException {
    return read(file, known, List.of());
  }

  /**
   * The same, and each event that could be read is told to others as well, who may want more of it
   * than the record of a run holds.
   */
  public static Recovered read(Path file, Collection<Check> known, List<RunEvents.Judge> listeners)
      throws IOException {
    try (var lines = new Lines(Files.newInputStream(file), LONGEST_LINE)) {
      return new JournalFile(file, lines, known, listeners).read();
    }
  }

  private Recovered read() throws IOException {
    lines.next();
    requireCurrent();
    while (lines.next()) {
      if (!run.started()) {
        requireKnown();
      }
      readEvent();
    }
    if (!run.started()) {
      throw invalid("tells of no run: there is no plan in it that can be read");
    }
    return new Recovered(run, missing, unreadableBytes);
  }

  private void requireCurrent() {
    Header header = parse(Header.class).orElse(null);
    if (header == null || !header.format().equals(Header.FORMAT)) {
      throw invalid("is no journal of harness");
    }
    if (header.version() > Header.CURRENT.version()) {
      throw invalid(
          "is a journal of schema version %d, and this harness reads up to %d: use a newer one"
              .formatted(header.version(), Header.CURRENT.version()));
    }
  }

  /** Figures of a check that is not known here would be told without what they mean. */
  private void requireKnown() {
    var unknown = new ArrayList<String>();
    parse(JsonNode.class)
        .ifPresent(
            tree -> tree.at("/event/plan/selected").forEach(check -> unknown.add(check.asText())));
    unknown.removeIf(this::isKnown);
    if (!unknown.isEmpty()) {
      throw invalid(
          "is of a run with checks that this harness does not know: %s; use the one that ran it"
              .formatted(String.join(", ", unknown)));
    }
  }

  private boolean isKnown(String check) {
    try {
      CheckForm.check(known, check);
      return true;
    } catch (NoSuchElementException e) {
      return false;
    }
  }

  private void readEvent() {
    Optional<Entry> entry = parse(Entry.class).filter(this::follows);
    if (entry.isPresent()) {
      missing += entry.get().n() - next;
      next = entry.get().n() + 1;
      run.accept(entry.get().at(), entry.get().event());
      listeners.forEach(it -> it.accept(entry.get().at(), entry.get().event()));
    } else {
      unreadableBytes += lines.bytes();
    }
  }

  private boolean follows(Entry entry) {
    return entry.n() >= next && run.started() != (entry.event() instanceof RunEvent.RunStarted);
  }

  private <T> Optional<T> parse(Class<T> type) {
    try {
      return lines.whole()
          ? Optional.ofNullable(json.readValue(lines.text(), type))
          : Optional.empty();
    } catch (IOException e) {
      // The bytes lie in memory: they are damaged.
      return Optional.empty();
    }
  }

  private InvalidJournalException invalid(String what) {
    return new InvalidJournalException(file + ": " + what);
  }
}
