package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.Ruleset;
import dev.harness.plan.threshold.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Thresholds files: the one that comes with the harness, and the user's on top of it. */
public final class ThresholdsFile {
  /** Far more than all keys there are, and little enough to read at once. */
  private static final int MOST_BYTES = 1 << 20;

  private static final String SHIPPED = "/thresholds.json";
  private static final List<String> SECTIONS =
      List.of(
          "performance_thresholds",
          "alerting_rules",
          "test_configuration",
          "environment_requirements");

  private ThresholdsFile() {}

  /** What holds where the user says nothing. */
  public static Ruleset shipped() {
    try (InputStream in = ThresholdsFile.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException(SHIPPED + " is missing from this build");
      }
      return parse("default", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The user's file, and beneath it the shipped one: for keys it does not have, and for sections it
   * leaves out.
   *
   * @throws InvalidFileException where it cannot be read or anything in it is wrong
   */
  public static Ruleset read(Path file) {
    Ruleset shipped = shipped();
    Ruleset own = parse(file.toString(), bytes(file));
    return new Ruleset(
        own.thresholds().over(shipped.thresholds()),
        own.alertRules(),
        own.configuration(),
        own.requirements());
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidFileException(file + ": is a directory, not a thresholds file");
      }
      byte[] text = upTo(MOST_BYTES + 1, file);
      if (text.length > MOST_BYTES) {
        throw new InvalidFileException(
            "%s: has more than %,d bytes; no thresholds file has".formatted(file, MOST_BYTES));
      }
      return text;
    } catch (NoSuchFileException e) {
      throw new InvalidFileException(file + ": there is no such file");
    } catch (AccessDeniedException e) {
      throw new InvalidFileException(file + ": this user may not read it");
    } catch (IOException e) {
      throw new InvalidFileException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** Does not ask for the size first: a pipe or a device has none. */
  private static byte[] upTo(int bytes, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(bytes);
    }
  }

  static Ruleset parse(String file, byte[] text) {
    Located root = JsonDocument.parse(file, text);
    var reader = new Reader(file);
    Map<String, Member> sections = reader.members("the file", root);
    sections.forEach(
        (name, member) -> {
          if (!SECTIONS.contains(name)) {
            reader.unknown(name, member.at(), SECTIONS);
          }
        });
    var ruleset =
        new Ruleset(
            new Thresholds(LimitsSection.read(reader, sections.get(SECTIONS.get(0)), file)),
            AlertsSection.read(reader, sections.get(SECTIONS.get(1))),
            SettingsSections.configuration(reader, sections.get(SECTIONS.get(2))),
            SettingsSections.requirements(reader, sections.get(SECTIONS.get(3))));
    reader.throwIfInvalid();
    return ruleset;
  }

  static Ruleset parse(String file, String text) {
    return parse(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
