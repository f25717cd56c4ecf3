package dev.harness.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.harness.run.RunEvent;
import dev.harness.run.RunEvents;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Appends each event of a run to a file, on a thread of its own.
 *
 * <p>Whoever hands over an event never waits for the disk. If that is slower than the run, {@value
 * #MOST_WAITING} events wait, and what comes beyond is lost and counted. If it fails, nothing more
 * is written. Either is told at once, and afterwards as a fault of the run, which then is no pass.
 */
public final class Journal implements RunEvents.Judge, AutoCloseable {
  /** What it is called in the directory of a run. */
  public static final String FILE = "journal.jsonl";

  /** Minutes of a run, and a few megabytes at the most. */
  static final int MOST_WAITING = 1_024;

  /** What waits at the end of a run gets this long to be written. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private static final ObjectWriter JSON = JournalJson.mapper().writer();

  private final WritableByteChannel file;
  private final Consumer<String> trouble;
  private final ThreadPoolExecutor writer;
  private final AtomicBoolean troubleTold = new AtomicBoolean();
  private final AtomicLong lost = new AtomicLong();
  private long told;
  private volatile @Nullable String failure;

  /**
   * Begins a journal.
   *
   * @param directory of the run; it has no journal yet
   * @param trouble told once, in one line, as soon as something of the journal is lost
   * @throws IOException where it cannot be written there
   */
  public static Journal begin(Path directory, Consumer<String> trouble) throws IOException {
    Path file = directory.resolve(FILE);
    var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try {
      return begin(channel, trouble);
    } catch (IOException e) {
      Files.delete(file);
      throw e;
    }
  }

  /** Writes its first line before it returns: what fails at once is no journal of any run. */
  static Journal begin(WritableByteChannel file, Consumer<String> trouble) throws IOException {
    try {
      append(file, Header.CURRENT);
      return new Journal(file, trouble);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private Journal(WritableByteChannel file, Consumer<String> trouble) {
    this.file = file;
    this.trouble = trouble;
    this.writer =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> {
              Thread thread = new Thread(task, "journal");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Takes the next event, and returns at once. */
  @Override
  public void accept(long at, RunEvent event) {
    var entry = new Entry(++told, at, event);
    try {
      writer.execute(() -> write(entry));
    } catch (RejectedExecutionException e) {
      lost.incrementAndGet();
      tell("the disk is slower than the run, and events are lost");
    }
  }

  /** Waits, not for long, until all is written, and closes the file. */
  @Override
  public void close() {
    writer.shutdown();
    try {
      if (writer.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        file.close();
      } else {
        // To close a file that is stuck in a write would be stuck as well.
        lost.addAndGet(1 + writer.shutdownNow().size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      fail(e);
    }
  }

  /** What of the run is not in its journal, in plain words; asked when it is closed. */
  public List<String> faults() {
    var faults = new ArrayList<String>();
    if (lost.get() > 0) {
      faults.add(lost(lost.get()));
    }
    if (failure != null) {
      faults.add("the journal could not be written to its end: " + failure);
    }
    return faults;
  }

  static String lost(long events) {
    return "%,d events of the run are not in its journal".formatted(events);
  }

  private void write(Entry entry) {
    // What follows a line that was cut off would be taken for the rest of it.
    if (failure != null) {
      return;
    }
    try {
      append(file, entry);
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
    }
  }

  /** One write for a line, so that a process that is killed leaves all of it or nothing. */
  private static void append(WritableByteChannel file, Object line) throws IOException {
    ByteBuffer bytes = line(line);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  private static ByteBuffer line(Object line) throws JsonProcessingException {
    byte[] text = JSON.writeValueAsBytes(line);
    return ByteBuffer.allocate(text.length + 1).put(text).put((byte) '\n').flip();
  }

  private void fail(Throwable e) {
    failure = e.getMessage() == null ? e.toString() : e.getMessage();
    tell(failure);
  }

  private void tell(String why) {
    if (troubleTold.compareAndSet(false, true)) {
      trouble.accept("the journal: " + why + "; the run goes on, and is no pass");
    }
  }
}
