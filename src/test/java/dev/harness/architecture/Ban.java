package dev.harness.architecture;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What Java sources must not contain.
 *
 * @param name how the list of offending examples calls it
 * @param text what is searched for; written so that it does not find itself
 * @param except a part of the path of the files in which it is allowed; empty for none
 * @param instead what to write in its place
 */
record Ban(String name, Pattern text, String except, String instead) {

  static List<Ban> all() {
    return List.of(
        ban(
            "sleep",
            "Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(",
            "a timer, a latch, or a future with a time-out"),
        ban("block", "await\\(\\)\\.indefinitely\\(\\)", "await().atMost(…), or return the Uni"),
        ban(
            "clock",
            "System\\.(nanoTime|currentTimeMillis)\\(|\\b(Instant|LocalDateTime|ZonedDateTime)\\.now\\(",
            "the Ticker that is handed in; in tests ManualTicker, or SystemTicker to wait on the world",
            "/dev/harness/time/"),
        ban("disabled", "[@]Disabled\\b", "a test that runs, or @RequiresTool"),
        ban("later", "\\b(T[O]DO|FI[X]ME)\\b", "the work, or an issue"));
  }

  boolean forbids(String path, String line) {
    return (except.isEmpty() || !path.contains(except)) && text.matcher(line).find();
  }

  private static Ban ban(String name, String regex, String instead) {
    return ban(name, regex, instead, "");
  }

  private static Ban ban(String name, String regex, String instead, String except) {
    return new Ban(name, Pattern.compile(regex), except, instead);
  }
}
