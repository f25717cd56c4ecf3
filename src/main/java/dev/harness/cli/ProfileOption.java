package dev.harness.cli;

import dev.harness.check.BuiltInChecks;
import dev.harness.plan.Profile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A profile by its name, of those that any check is in. */
final class ProfileOption implements ITypeConverter<Profile> {

  /** Profiles that any check is in. */
  static List<Profile> used() {
    return Arrays.stream(Profile.values())
        .filter(
            profile ->
                BuiltInChecks.all().stream()
                    .anyMatch(check -> check.budget().in(profile).isPresent()))
        .toList();
  }

  @Override
  public Profile convert(String text) {
    List<Profile> used = used();
    return used.stream()
        .filter(profile -> profile.id().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "unknown profile \"%s\"; there are: %s"
                        .formatted(
                            text,
                            used.stream().map(Profile::id).collect(Collectors.joining(", ")))));
  }
}
