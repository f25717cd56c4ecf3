package dev.harness.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Chromium without a window and without a network.
 *
 * @param home where it keeps what it keeps
 */
public record Browser(Path home) {
  /** Pictures of pages are kept there, to be looked at. */
  private static final Path PICTURES = Path.of("target", "report-pictures");

  private static final long LONGEST_SECONDS = 60;

  /** The page as it is when its scripts have run, of which none complained. */
  public String dom(Path page) throws Exception {
    return look(page, "--dump-dom");
  }

  /** A picture of the page on a screen of that width. */
  public Path picture(Path page, String name, int width) throws Exception {
    Files.createDirectories(PICTURES);
    Path picture = PICTURES.resolve("%s-%d.png".formatted(name, width)).toAbsolutePath();
    look(page, "--screenshot=" + picture, "--window-size=%d,2400".formatted(width));
    return picture;
  }

  private String look(Path page, String... asked) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--user-data-dir=" + home.resolve("browser"),
                "--enable-logging=stderr",
                "--window-size=1280,6000",
                "--virtual-time-budget=5000"));
    command.addAll(List.of(asked));
    command.add(page.toUri().toString());
    Path out = home.resolve("out");
    Path err = home.resolve("err");
    Process browser =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(browser.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      browser.destroyForcibly();
    }
    assertThat(Files.readString(err).lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
    return Files.readString(out);
  }
}
