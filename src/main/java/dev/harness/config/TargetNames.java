package dev.harness.config;

import java.util.List;
import java.util.Optional;

/** The targets that requests may name; one that is the only one need not be named. */
final class TargetNames {
  private final Reader reader;
  private final List<NamedTarget> targets;
  private final Optional<NamedTarget> usual;

  TargetNames(Reader reader, List<NamedTarget> targets) {
    this(reader, targets, targets.size() == 1 ? Optional.of(targets.get(0)) : Optional.empty());
  }

  private TargetNames(Reader reader, List<NamedTarget> targets, Optional<NamedTarget> usual) {
    this.reader = reader;
    this.targets = targets;
    this.usual = usual;
  }

  /** The same, with another that is meant where none is named. */
  TargetNames withDefault(Optional<Located.Text> name) {
    return name.isEmpty() ? this : new TargetNames(reader, targets, find(name.get()));
  }

  /** The one that is named, or meant; noted where there is none. */
  Optional<NamedTarget> find(Optional<Located.Text> name, Located.Position at) {
    if (name.isPresent()) {
      return find(name.get());
    }
    if (usual.isEmpty() && !targets.isEmpty()) {
      reader.problem(at, "there are several targets; say which by \"target\": " + names());
    }
    return usual;
  }

  private Optional<NamedTarget> find(Located.Text name) {
    Optional<NamedTarget> found =
        targets.stream().filter(target -> target.name().equals(name.value())).findFirst();
    if (found.isEmpty() && !targets.isEmpty()) {
      reader.problem(
          name.at(), "unknown target \"%s\"; there are: %s".formatted(name.value(), names()));
    }
    return found;
  }

  private String names() {
    return String.join(", ", targets.stream().map(NamedTarget::name).toList());
  }
}
