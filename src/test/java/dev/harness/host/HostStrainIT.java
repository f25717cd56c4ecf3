package dev.harness.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harness.measure.Strain;
import dev.harness.run.port.StrainProbe.Reading;
import dev.harness.testing.Alone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Alone
class HostStrainIT {
  private final HostStrain strain = new HostStrain(new OshiProbe());

  @Test
  void seesTheProcessorTimeOfTheBusiestThread() throws InterruptedException {
    Thread idle = new Thread(LockSupport::park, "idle");
    idle.start();
    List<Long> threads = List.of(Thread.currentThread().getId(), idle.getId());

    Reading before = strain.read(threads);
    while (strain.read(threads).threadSeconds().get(0) < before.threadSeconds().get(0) + 0.05) {
      Thread.onSpinWait();
    }
    Strain seen = strain.read(threads).since(before, 1);
    LockSupport.unpark(idle);
    idle.join();

    assertThat(seen.loopSeconds()).isBetween(0.05, 1.0);
  }

  /** One thread more than there are processors, and all of them have something to do. */
  @Test
  @Timeout(30)
  void seesThatAThreadWaitsForAProcessor() throws InterruptedException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "only Linux tells");
    var begin = new CountDownLatch(1);
    var stop = new AtomicBoolean();
    Thread subject = new Thread(() -> spin(begin, stop), "subject");
    subject.start();
    Reading before = strain.read(List.of(subject.getId()));
    while (!Double.isFinite(before.waitSeconds().get(0))) {
      before = strain.read(List.of(subject.getId()));
    }
    List<Thread> others =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(i -> new Thread(() -> spin(begin, stop), "other-" + i))
            .toList();
    others.forEach(Thread::start);

    begin.countDown();
    Strain seen = Strain.UNKNOWN;
    while (!(seen.loopWaitSeconds() > 0.05)) {
      seen = strain.read(List.of(subject.getId())).since(before, 1);
    }
    stop.set(true);
    subject.join();

    assertThat(seen.loopSeconds()).isPositive();
  }

  private static void spin(CountDownLatch begin, AtomicBoolean stop) {
    try {
      begin.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    while (!stop.get()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void knowsNothingOfAThreadThatHasEnded() throws InterruptedException {
    Thread ended = new Thread(() -> {}, "ended");
    ended.start();
    ended.join();

    Reading seen = strain.read(List.of(ended.getId()));
    assertThat(seen.threadSeconds()).containsExactly(Double.NaN);
    assertThat(seen.waitSeconds()).containsExactly(Double.NaN);
  }

  /** A forced collection takes milliseconds; their sum only rises. */
  @Test
  @SuppressWarnings("SystemGc") // the collections are what is looked for
  void seesThatCollectionsPauseTheProcess() {
    Reading before = strain.read(List.of());
    for (int n = 0; n < 5; n++) {
      System.gc();
    }

    assertThat(strain.read(List.of()).since(before, 1).pauseSeconds()).isPositive();
  }

  @Test
  void doesNotTakeForAPauseWhatRunsBesideTheProgram() {
    assertThat(HostStrain.pauses("G1 Young Generation")).isTrue();
    assertThat(HostStrain.pauses("Copy")).isTrue();
    assertThat(HostStrain.pauses("ZGC Pauses")).isTrue();
    assertThat(HostStrain.pauses("ZGC Cycles")).isFalse();
    assertThat(HostStrain.pauses("ZGC Major Cycles")).isFalse();
    assertThat(HostStrain.pauses("G1 Concurrent GC")).isFalse();
  }

  @Test
  void countsWhatIsTakenAwayFromTheMachine() {
    assertThat(strain.read(List.of()).stolenSeconds()).isNotNegative();
  }
}
