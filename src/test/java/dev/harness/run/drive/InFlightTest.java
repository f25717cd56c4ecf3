package dev.harness.run.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.user.UserExecutionContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InFlightTest {
  private static final UserExecutionContext SOMEBODY =
      new UserExecutionContext("u-1", "t-1", "r-1", "q-1");

  private final InFlight inFlight = new InFlight();

  @Test
  void isEmptyAtFirst() {
    assertThat(inFlight.oldest()).isNull();
    assertThat(inFlight.size()).isZero();
    assertThat(inFlight.peak()).isZero();
  }

  @Test
  void keepsOrderWhicheverLeaves() {
    Attempt first = added(1);
    Attempt second = added(2);
    Attempt third = added(3);

    inFlight.remove(second, 0);
    assertThat(inFlight.oldest()).isSameAs(first);
    inFlight.remove(first, 0);
    assertThat(inFlight.oldest()).isSameAs(third);
    inFlight.remove(third, 0);
    assertThat(inFlight.oldest()).isNull();
  }

  @Test
  void remembersItsPeak() {
    Attempt first = added(1);
    added(2);
    inFlight.remove(first, 0);
    added(3);

    assertThat(inFlight.size()).isEqualTo(2);
    assertThat(inFlight.peak()).isEqualTo(2);
  }

  /** Positive: one more. Negative: the one at that place leaves. */
  @Property
  void behavesAsAList(@ForAll @Size(max = 60) List<@IntRange(min = -9, max = 9) Integer> steps) {
    var model = new ArrayList<Attempt>();
    var mine = new InFlight();
    for (int step : steps) {
      if (step >= 0) {
        var attempt = new Attempt(model.size(), SOMEBODY, 0, 0, 0);
        mine.add(attempt, 0);
        model.add(attempt);
      } else if (!model.isEmpty()) {
        mine.remove(model.remove(-step % model.size()), 0);
      }
      assertThat(mine.size()).isEqualTo(model.size());
      assertThat(mine.oldest()).isSameAs(new ArrayDeque<>(model).peekFirst());
    }
  }

  private Attempt added(long index) {
    var attempt = new Attempt(index, SOMEBODY, 0, 0, 0);
    inFlight.add(attempt, 0);
    return attempt;
  }
}
