package dev.harness.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harness.run.RunEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final RunEvent EVENT = new RunEvent.FactsFound(Map.of("a fact", "known"));
  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path directory;

  private final List<String> troubles = new CopyOnWriteArrayList<>();

  @Test
  void aRunIsReadAsItWas() throws IOException {
    Journal journal = Journal.begin(directory, troubles::add);
    SmallRun run = SmallRun.toldTo(journal);
    journal.close();

    Recovered recovered = JournalFile.read(directory.resolve(Journal.FILE), run.checks());

    assertThat(recovered.record()).isEqualTo(run.record());
    assertThat(recovered.run().ended()).isTrue();
    assertThat(recovered.unreadableBytes()).isZero();
    assertThat(journal.faults()).isEmpty();
    assertThat(troubles).isEmpty();
  }

  @Test
  void eachEventIsOneWriteOfAWholeLine() throws IOException {
    var file = new Recording();
    try (Journal journal = Journal.begin(file, troubles::add)) {
      journal.accept(1, EVENT);
      journal.accept(2, EVENT);
    }

    assertThat(file.writes).hasSize(3).allMatch(text -> text.indexOf('\n') == text.length() - 1);
    assertThat(file.writes.get(0)).isEqualTo("{\"format\":\"harness-journal\",\"version\":1}\n");
    assertThat(file.writes.get(2))
        .startsWith("{\"n\":2,\"at\":2,\"event\":{\"is\":\"facts-found\"");
    assertThat(file.isOpen()).isFalse();
  }

  @Test
  void aFileThatTakesALittleAtATimeGetsAllOfIt() throws IOException {
    var file = new Recording();
    file.most = 10;
    try (Journal journal = Journal.begin(file, troubles::add)) {
      journal.accept(1, EVENT);
    }

    assertThat(String.join("", file.writes)).hasLineCount(2).endsWith("\n");
  }

  @Test
  void aSlowDiskHoldsUpNobodyAndWhatIsLostIsCounted() throws Exception {
    var file = new Stuck();
    Journal journal = Journal.begin(file, troubles::add);
    journal.accept(0, EVENT);
    file.reached.await();
    for (int i = 0; i < Journal.MOST_WAITING + 50; i++) {
      journal.accept(i, EVENT);
    }

    assertThat(troubles).as("told at once, and once").hasSize(1);
    assertThat(troubles.get(0)).contains("the disk is slower than the run", "no pass");
    file.released.countDown();
    journal.close();
    assertThat(journal.faults()).containsExactly("50 events of the run are not in its journal");
    assertThat(file.written).isEqualTo(1 + 1 + Journal.MOST_WAITING);
  }

  @Test
  void aDiskThatFillsIsToldOnceAndTheRunGoesOn() throws IOException {
    try (var real = open(directory.resolve("first-lines"))) {
      Journal journal = Journal.begin(new Filling(real, 3), troubles::add);
      for (int i = 0; i < 20; i++) {
        journal.accept(i, EVENT);
      }
      journal.close();

      assertThat(troubles)
          .containsExactly("the journal: No space left on device; the run goes on, and is no pass");
      assertThat(journal.faults())
          .containsExactly("the journal could not be written to its end: No space left on device");
    }
    assertThat(directory.resolve("first-lines")).content().hasLineCount(3).endsWith("\n");
  }

  @Test
  void whatCannotBeWrittenAtAllIsNotBegun() {
    assertThatThrownBy(
            () -> Journal.begin(FileChannel.open(FULL, StandardOpenOption.WRITE), troubles::add))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThatThrownBy(() -> Journal.begin(directory.resolve("nowhere"), troubles::add))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theJournalOfAnotherRunIsLeftAlone() throws IOException {
    Path other = Files.writeString(directory.resolve(Journal.FILE), "another run's");

    assertThatThrownBy(() -> Journal.begin(directory, troubles::add))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(other).hasContent("another run's");
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private abstract static class Channel implements WritableByteChannel {
    private boolean open = true;

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() throws IOException {
      open = false;
    }
  }

  /** Keeps what it is given, as much as it takes at once. */
  private static final class Recording extends Channel {
    private final List<String> writes = new ArrayList<>();
    private int most = Integer.MAX_VALUE;

    @Override
    public int write(ByteBuffer bytes) {
      byte[] taken = new byte[Math.min(most, bytes.remaining())];
      bytes.get(taken);
      writes.add(new String(taken, StandardCharsets.UTF_8));
      return taken.length;
    }
  }

  /** Takes the first line, and the others only once it is released. */
  private static final class Stuck extends Channel {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private int written;

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (written > 0) {
        reached.countDown();
        await(released);
      }
      written++;
      int length = bytes.remaining();
      bytes.position(bytes.limit());
      return length;
    }

    private static void await(CountDownLatch latch) throws IOException {
      try {
        if (!latch.await(1, TimeUnit.MINUTES)) {
          throw new IOException("nobody has released it");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  /** A real file for so many lines, and then the system's own full device. */
  private static final class Filling extends Channel {
    private final FileChannel real;
    private int left;

    Filling(FileChannel real, int left) {
      this.real = real;
      this.left = left;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (left-- > 0) {
        return real.write(bytes);
      }
      try (var full = FileChannel.open(FULL, StandardOpenOption.WRITE)) {
        return full.write(bytes);
      }
    }
  }
}
