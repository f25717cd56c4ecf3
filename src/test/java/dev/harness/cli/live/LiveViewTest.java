package dev.harness.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.measure.Outcome;
import dev.harness.testing.Golden;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveViewTest {
  /** What a hostile target might send, if it could: a class of failures with controls in it. */
  private static final Map<Outcome, Integer> HOSTILE =
      Map.of(Outcome.failed("\u001b[2Jgone\r\n\u202eback"), 3, Outcome.failed("状態"), 2);

  @ParameterizedTest
  @ValueSource(ints = {39, 79, 159})
  void showsARunInTheMiddleOfALoad(int width) {
    Golden.assertSame("live-" + width + ".txt", text(view(Scene.inTheMiddle(), width)));
  }

  @Test
  void showsLoadsSideBySideAndWhatFails() {
    Scene scene = new Scene().begins(Scene.SUSTAINED).load("short", true).load("long", true);
    for (int second = 0; second < 5; second++) {
      scene.passes(1);
      scene.window("short", second, 400, 10, Map.of(Outcome.failed("status-500"), 2));
      scene.window("long", second, 200, 100, Map.of(Outcome.TIMED_OUT, 1));
    }

    Golden.assertSame("live-side-by-side.txt", text(view(scene, 79)));
  }

  @Test
  void saysWhichLimitsBreakNow() {
    Scene scene = Scene.inTheMiddle().breaks("sustained");
    String broken = "sustained: response_time_p95 20 ms (≤ 15 ms)";

    assertThat(text(view(scene, 120)))
        .contains("broken now · " + broken + " · sustained: success_rate 82.1 % (≥ 95 %)\n");
    assertThat(text(view(scene, 79))).contains("broken now · " + broken + " · sust");
    assertThat(bar(scene, 160)).endsWith("0 failed, 2 limits broken now");
    assertThat(LiveText.line(scene.run(), scene.now())).contains("; broken now: " + broken);
    assertThat(text(view(Scene.inTheMiddle(), 120))).doesNotContain("broken now");
  }

  @Test
  void saysThatNothingNewComesAndThatItTakesLonger() {
    Scene scene = Scene.inTheMiddle().passes(30);

    assertThat(text(view(scene, 79)))
        .contains("sustained · 1:10 · nothing new for 0:30", "0:11 over");
  }

  @Test
  void showsWhatThereIsBeforeTheFirstCheckAndAfterTheLast() {
    assertThat(text(view(new Scene(), 60))).contains("check 0 of 4").contains("≈ 1:06 left");
  }

  @Test
  void noLineIsWiderThanThereIsRoom() {
    List<Scene> scenes =
        List.of(
            new Scene(), Scene.inTheMiddle(), Scene.inTheMiddle().breaks("sustained"), hostile());
    for (Scene scene : scenes) {
      IntStream.rangeClosed(1, 200)
          .forEach(
              width ->
                  assertThat(view(scene, width))
                      .allMatch(line -> line.columnLength() <= width, "fits " + width));
    }
  }

  @Test
  void theBarFitsToo() {
    Scene scene = Scene.inTheMiddle();
    IntStream.rangeClosed(1, 200)
        .forEach(
            width ->
                assertThat(Bar.line(scene.run(), scene.now(), width).columnLength())
                    .isLessThanOrEqualTo(width));
    assertThat(bar(scene, 140))
        .isEqualTo(
            "[3/4] context/a-sustained-load ━━━━━━━━━━━━━━╌╌╌╌╌╌ 0:19 left"
                + "  sustained: 100 /s, P95 20.0 ms, 0 failed");
    assertThat(bar(scene, 39)).isEqualTo("[3/4] context/a-sustained-lo… 0:19 left");
  }

  @Test
  void textFromOutsideCannotBreakTheTerminal() {
    assertThat(view(hostile(), 120))
        .map(AttributedString::toString)
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl))
        .noneMatch(line -> line.contains("\u202e"))
        .anyMatch(line -> line.contains("gone back 3"));
  }

  @Test
  void coloursChangeNothingButColours() {
    List<AttributedString> lines = view(Scene.inTheMiddle(), 79);
    String ansi = lines.stream().map(AttributedString::toAnsi).collect(Collectors.joining("\n"));

    assertThat(ansi)
        .containsPattern("\u001b\\[32[0-9;]*m1 passed")
        .containsPattern("\u001b\\[31[0-9;]*m1 failed");
    assertThat(ansi.replaceAll("\u001b\\[[0-9;]*m", "") + "\n").isEqualTo(text(lines));
  }

  @Test
  void aLogGetsTheFiguresInOneLine() {
    Scene scene = Scene.inTheMiddle();

    assertThat(LiveText.line(scene.run(), scene.now()))
        .isEqualTo(
            "context/a-sustained-load 0:41  sustained: 100 /s, P50 20.0 ms, P95 20.0 ms,"
                + " P99 20.0 ms, in flight 2.00");
    assertThat(LiveText.line(new Scene().run(), 0)).isEmpty();
  }

  private static Scene hostile() {
    return new Scene()
        .begins(Scene.SUSTAINED)
        .load("a", true)
        .passes(1)
        .window("a", 0, 10, 1, HOSTILE);
  }

  private static String bar(Scene scene, int width) {
    return Bar.line(scene.run(), scene.now(), width).toString();
  }

  private static List<AttributedString> view(Scene scene, int width) {
    return LiveView.lines(scene.run(), scene.now(), width);
  }

  private static String text(List<AttributedString> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
