package dev.harness.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class CountedUserSlotsTest {
  private final UserSlots slots = new CountedUserSlots(2);

  @Test
  void grantsAsManyAsThereAre() {
    assertThat(slots.take("a")).isTrue();
    assertThat(slots.take("a")).isTrue();
    assertThat(slots.take("a")).isFalse();
    assertThat(slots.take("b")).isTrue();
  }

  @Test
  void grantsAgainWhatWasGivenBack() {
    slots.take("a");
    slots.take("a");
    slots.giveBack("a");

    assertThat(slots.take("a")).isTrue();
    assertThat(slots.take("a")).isFalse();
  }

  @Test
  void forgetsAUserWhoHoldsNothing() {
    slots.take("a");
    slots.take("b");
    slots.giveBack("a");

    assertThat(slots.users()).isEqualTo(1);
  }

  @Test
  void refusesWhatNobodyHolds() {
    assertThatIllegalStateException().isThrownBy(() -> slots.giveBack("a"));
  }

  @Test
  void refusesToCountWithoutASlot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CountedUserSlots(0))
        .withMessage("perUser must be at least 1, not 0");
  }
}
