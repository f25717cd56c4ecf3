package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.harness.cli.ProgramRun.Ended;
import dev.harness.cli.ProgramRun.Place;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets its exit code and one clear line; nothing is started and nothing left behind. */
class BadInputIT {
  private static final int USAGE = 64;
  private static final int UNREACHABLE = 4;

  @TempDir Path home;

  private Place place;

  @BeforeEach
  void preparePlace() throws Exception {
    place = ProgramRun.in(home);
  }

  static Stream<Arguments> wrongUsage() {
    return Stream.of(
        wrong(
            "",
            "a command is missing",
            "run, validate, report, compare, history, monitor, init, schema, target, generate-completion",
            "'harness --help'"),
        wrong(
            "jog",
            "unknown command \"jog\"",
            "run, validate, report, compare, history, monitor, init, schema, target, generate-completion"),
        wrong(
            "run --sweet context", "unknown option \"--sweet\"", "--suite", "'harness run --help'"),
        wrong("run context", "\"context\" belongs to no option", "--suite"),
        wrong("run --suite", "--suite", "Missing required parameter"),
        wrong("run --suite ''", "unknown suite \"\"", "context, engine, concurrency"),
        wrong("run --suite contxt", "unknown suite \"contxt\"", "context, engine, concurrency"),
        wrong("run --check nosuch", "unknown check \"nosuch\"", "context/validation"),
        wrong("run --check cleanup", "\"cleanup\"", "engine/cleanup, websocket/cleanup"),
        wrong("run --profile hasty", "unknown profile \"hasty\"", "standard, full, soak"),
        wrong("run --check soak --duration 0", "--duration: a soak lasts 10 s to 72 h, not 0 s"),
        wrong("run --check soak --duration 168h", "--duration: a soak lasts 10 s to 72 h"),
        wrong("run --check soak --duration NaN", "--duration", "300, 0.5, 250ms, 90s, 5m or 2h"),
        wrong("run --suite context --duration 5m", "--duration is for a soak", "--profile soak"),
        wrong("run --seed lucky", "--seed", "'lucky' is no seed", "whole number from -9223372036"),
        wrong("run --seed 9223372036854775808", "--seed", "to 9223372036854775807"),
        wrong("run --seed 1.5", "--seed", "'1.5' is no seed"),
        wrong("run --seed ''", "--seed", "'' is no seed"),
        wrong(
            "run --all --context-only", "--all and --context-only contradict each other", "one of"),
        wrong("run --database-only --suite context", "--database-only and --suite contradict"),
        wrong("run --quiet --verbose", "--verbose and --quiet contradict each other", "one"),
        wrong("run --quiet --realtime", "--realtime and --quiet contradict each other", "one"),
        wrong("run --database postgresql://u:secret@h:x/d", "--database", "postgresql://USER:"),
        wrong("run --database 'postgresql://u:secret @h/d'", "--database", "wrong at character"),
        wrong(
            "run --report-dir in-the-way/reports", "--report-dir in-the-way/reports", "directory"),
        wrong("run --output-file missing/report.json", "--output-file", "there is no directory"),
        wrong("run --output-file .", "--output-file", "is a directory, not a file"),
        wrong("validate --thresholds nowhere.json", "nowhere.json: there is no such file"),
        wrong("validate --database mysql://h/d", "--database", "postgresql://USER:"),
        wrong("validate --check context", "unknown option \"--check\"", "--quick"),
        wrong("target --fault leak", "unknown fault \"leak\"", "leak-per-request, leak-a-little"),
        wrong("target --fault leak-connection", "--fault leak-connection needs a --database"),
        wrong("run --plan nowhere.yaml", "nowhere.yaml: there is no such file"),
        wrong("run --classpath nowhere.jar", "--classpath: there is no nowhere.jar"),
        wrong("run --classpath in-the-way", "--classpath: in-the-way is no jar and no directory"),
        wrong("run --dry-run", "--dry-run: there is no plan to go through", "--plan"),
        wrong("init", "say where the service is", "harness init http://HOST:PORT"),
        wrong("init nowhere", "\"nowhere\" is no URL; write http://HOST:PORT"),
        wrong("init http://h --directory in-the-way", "in-the-way/plan.yaml: cannot be written"),
        wrong("schema thing", "there is no schema of \"thing\"; there are: plan, report"),
        wrong("report", "DIR", "Missing required parameter"),
        wrong("report nowhere", "nowhere: there is no such directory"),
        wrong("report in-the-way", "in-the-way: is no report of a monitor"),
        wrong("report .", ".: there is no journal.jsonl in it, nor in any directory in it"),
        wrong("run --format pdf", "unknown format \"pdf\"", "json, html, junit, markdown, csv"),
        wrong("report . --format ,json", "unknown format \"\"", "json, html, junit"),
        wrong("compare", "BASE", "Missing required parameter"),
        wrong("compare nowhere nowhere", "nowhere: there is no such directory"),
        wrong("compare . .", ".: there is no journal.jsonl in it, nor in any directory in it"),
        wrong("compare in-the-way in-the-way", "in-the-way:1:1: is not JSON, or cut off"),
        wrong("report . --sweet", "unknown option \"--sweet\"", "--force"),
        wrong("target --port http", "--port", "\"http\" is no port", "0 to 65535"),
        wrong("target --idle-ping soon", "--idle-ping", "300, 0.5, 250ms, 90s, 5m or 2h"),
        wrong("target --idle-ping 0", "--idle-ping", "0 is too short", "10 ms or more"),
        wrong("target --max-requests many", "--max-requests", "\"many\" is no count"),
        wrong("target --engines-per-user 0", "--engines-per-user", "\"0\" is no count", "1 to"));
  }

  @ParameterizedTest(name = "harness {0}")
  @MethodSource
  void wrongUsage(String commandLine, List<String> says) throws Exception {
    place.file("in-the-way", "a file");

    assertRefused(USAGE, place.run(words(commandLine)), says, "in-the-way");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {]                                                              | :1:2: | JSON
          [1]                                                             | :1:1: | must be an object
          {"performance_thresholds":{"context_creation":"fast"}}          | :1:47: | must be an object
          {"performance_thresholds":{"context_creation":{"error_rate_max_percent":"1"}}} | :1:73: | must be a number
          {"performance_thresholds":{"context_creation":{"error_rate_max_percent":-1}}}  | :1:73: | not -1
          {"performance_thresholds":{"context_creation":{"error_rate":1}}} | :1:48: | error_rate_max_percent
          """)
  void aThresholdsFileThatIsWrong(String text, String where, String says) throws Exception {
    place.file("limits.json", text);

    Ended ended = place.run("run", "--thresholds", "limits.json");

    assertRefused(USAGE, ended, List.of("limits.json" + where, says), "limits.json");
  }

  @Test
  void everythingThatIsWrongInAThresholdsFileIsSaidAtOnce() throws Exception {
    place.file("limits.json", "{\"alerting\": {},\n \"test_configuration\": 3}");

    Ended ended = place.run("run", "--thresholds", "limits.json");

    assertThat(ended.exitCode()).isEqualTo(USAGE);
    assertThat(ended.problems()).hasSize(2);
    assertThat(ended.problems().get(0)).startsWith("harness: limits.json:1:2: unknown key");
    assertThat(ended.problems().get(1)).startsWith("harness: limits.json:2:24: test_configuration");
  }

  @Test
  void aThresholdsFileThatIsNotThere() throws Exception {
    Ended ended = place.run("run", "--thresholds", "nowhere.json");

    assertRefused(USAGE, ended, List.of("nowhere.json: there is no such file"));
  }

  @Test
  void aThresholdsFileOfAHundredMegabytes() throws Exception {
    try (var file = new RandomAccessFile(place.directory().resolve("huge.json").toFile(), "rw")) {
      file.setLength(100_000_000);
    }

    Ended ended = place.run("run", "--thresholds", "huge.json");

    assertRefused(USAGE, ended, List.of("huge.json: has more than 1,048,576 bytes"), "huge.json");
  }

  @Test
  void aSettingThatNoOptionHas() throws Exception {
    place.file("harness.properties", "profil=quick\n");
    place.with("HARNESS_SWEET", "context");

    Ended ended = place.run("run", "--list");

    assertThat(ended.exitCode()).isEqualTo(USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.problems()).hasSize(2);
    assertThat(ended.problems().get(0))
        .contains("harness.properties: key \"profil\" is unknown; allowed: ", ", profile, ");
    assertThat(ended.problems().get(1))
        .contains("variable \"HARNESS_SWEET\" is unknown; allowed: ", ", HARNESS_SUITE, ");
  }

  @Test
  void aSettingsFileThatCannotBeRead() throws Exception {
    place.file("harness.properties", "profile=\\u12\n");

    assertRefused(
        USAGE,
        place.run("run", "--list"),
        List.of("harness.properties cannot be read: "),
        "harness.properties");
  }

  @Test
  void aPortThatIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      String port = Integer.toString(taken.getLocalPort());

      Ended ended = place.run("target", "--port", port);

      assertRefused(
          UNREACHABLE, ended, List.of("port " + port + " is taken by another program", "--port"));
    }
  }

  private void assertRefused(int code, Ended ended, List<String> says, String... filesBefore) {
    assertThat(ended.problems())
        .singleElement()
        .asString()
        .startsWith("harness: ")
        .contains(says)
        .doesNotContain("secret", "Exception");
    assertThat(ended.exitCode()).isEqualTo(code);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.processesLeft()).isEmpty();
    assertThat(place.files()).extracting(Path::toString).containsExactlyInAnyOrder(filesBefore);
    assertThat(place.temporaryFiles()).isEmpty();
  }

  private static Arguments wrong(String commandLine, String... says) {
    return arguments(commandLine, List.of(says));
  }

  /** Divided at spaces, but for those between quotes. */
  private static String[] words(String commandLine) {
    return commandLine.isEmpty()
        ? new String[0]
        : Stream.of(commandLine.split(" (?=([^']*'[^']*')*[^']*$)", -1))
            .map(word -> word.replace("'", ""))
            .toArray(String[]::new);
  }
}
