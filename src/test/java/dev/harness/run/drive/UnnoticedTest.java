package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class UnnoticedTest {
  private final Unnoticed unnoticed = new Unnoticed();

  @Test
  void knowsExactlyWhatWasAdded() {
    List<Long> added = List.of(0L, 1L, 2L, 7L, 8L, 20L);
    added.forEach(unnoticed::add);

    assertThat(LongStream.range(0, 30).filter(unnoticed::contains).boxed().toList())
        .isEqualTo(added);
  }

  @Test
  void mayBeAskedTwiceAndAddedToInBetween() {
    unnoticed.add(3);

    assertThat(unnoticed.contains(3)).isTrue();
    assertThat(unnoticed.contains(3)).isTrue();
    assertThat(unnoticed.contains(4)).isFalse();
    unnoticed.add(5);
    assertThat(unnoticed.contains(4)).isFalse();
    assertThat(unnoticed.contains(5)).isTrue();
  }
}
