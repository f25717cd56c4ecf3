package dev.harness.cli;

import dev.harness.service.fault.Fault;
import dev.harness.service.fault.Fault.Must;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.TypeConversionException;

/** A variant of the reference service by its name. */
final class FaultOption implements ITypeConverter<Fault> {
  private static final String SECTION = "faults";

  static List<String> names() {
    return Arrays.stream(Fault.values()).map(Fault::id).toList();
  }

  @Override
  public Fault convert(String text) {
    return Fault.called(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "unknown fault \"%s\"; there are: %s"
                        .formatted(text, String.join(", ", names()))));
  }

  /** Lets the help of a command tell what each of them is. */
  static void explainIn(CommandLine command) {
    List<String> sections = new ArrayList<>(command.getHelpSectionKeys());
    sections.add(sections.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), SECTION);
    command.setHelpSectionKeys(sections);
    command.getHelpSectionMap().put(SECTION, help -> explanations());
  }

  private static String explanations() {
    return explanations("Faults", fault -> fault.must() != Must.BE_LEFT_ALONE)
        + explanations("Only look like faults", fault -> fault.must() == Must.BE_LEFT_ALONE);
  }

  private static String explanations(String heading, Predicate<Fault> listed) {
    return Arrays.stream(Fault.values())
        .filter(listed)
        .map(fault -> "  %-21s%s%n".formatted(fault.id(), fault.description()))
        .collect(Collectors.joining("", "%n%s:%n".formatted(heading), ""));
  }
}
