package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.Ruleset;
import dev.harness.plan.threshold.Thresholds;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Thresholds files: the one that comes with the harness, and the user's on top of it. */
public final class ThresholdsFile {
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
   * The user's file, or what holds without one.
   *
   * @throws InvalidFileException as {@link #read}
   */
  public static Ruleset readOrShipped(@Nullable Path file) {
    return file == null ? shipped() : read(file);
  }

  /**
   * The user's file, and beneath it the shipped one: for keys it does not have, and for sections it
   * leaves out.
   *
   * @throws InvalidFileException where it cannot be read or anything in it is wrong
   */
  public static Ruleset read(Path file) {
    Ruleset shipped = shipped();
    Ruleset own = parse(file.toString(), SmallFile.read(file, "thresholds file"));
    return new Ruleset(
        own.thresholds().over(shipped.thresholds()),
        own.alertRules(),
        own.configuration(),
        own.requirements());
  }

  static Ruleset parse(String file, byte[] text) {
    Located root = Document.parse(file, text, Notation.JSON);
    var reader = new Reader(file);
    Map<String, Member> sections = reader.members("the file", root);
    reader.requireKnown(sections, SECTIONS);
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
