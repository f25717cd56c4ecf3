package dev.harness.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.time.ManualTicker;
import org.junit.jupiter.api.Test;

class ControlsTest {

  @Test
  void areNamedOnceAndSayWhatTheyChange() {
    var all = Controls.all(new ManualTicker());

    assertThat(all).extracting(Control::name).doesNotHaveDuplicates();
    assertThat(all).extracting(Control::change).doesNotContain("");
  }

  @Test
  void areBothNegativeAndPositive() {
    var all = Controls.all(new ManualTicker());

    assertThat(all).anyMatch(control -> control.expected() instanceof Expected.Breach);
    assertThat(all).anyMatch(control -> control.expected() instanceof Expected.Pass);
  }
}
