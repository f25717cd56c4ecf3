package dev.harness.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Strain;
import dev.harness.run.port.StrainProbe.Reading;
import dev.harness.testing.Alone;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

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

  @Test
  void knowsNothingOfAThreadThatHasEnded() throws InterruptedException {
    Thread ended = new Thread(() -> {}, "ended");
    ended.start();
    ended.join();

    assertThat(strain.read(List.of(ended.getId())).threadSeconds()).containsExactly(Double.NaN);
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
