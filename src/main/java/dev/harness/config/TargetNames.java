package dev.harness.config;

import dev.harness.plan.scenario.Service;
import java.util.List;
import java.util.Optional;

/** The targets that steps may name; one that is the only one of its kind need not be named. */
final class TargetNames {
  private final Reader reader;
  private final List<NamedTarget<?>> targets;
  private final Optional<NamedTarget<?>> usual;

  TargetNames(Reader reader, List<NamedTarget<?>> targets) {
    this(reader, targets, Optional.empty());
  }

  private TargetNames(Reader reader, List<NamedTarget<?>> targets, Optional<NamedTarget<?>> usual) {
    this.reader = reader;
    this.targets = targets;
    this.usual = usual;
  }

  /** The same, with another that is meant where none is named. */
  TargetNames withDefault(Optional<Located.Text> name) {
    return name.isEmpty() ? this : new TargetNames(reader, targets, find(name.get()));
  }

  /** The one of that kind that is named, or meant; noted where there is none. */
  <S extends Service> Optional<NamedTarget<S>> find(
      Optional<Located.Text> name, Located.Position at, TargetKind<S> kind) {
    if (name.isPresent()) {
      return find(name.get()).flatMap(target -> ofKind(target, name.get(), kind));
    }
    Optional<NamedTarget<S>> meant = usual.flatMap(kind::of);
    return meant.isPresent() ? meant : onlyOne(at, kind);
  }

  private <S extends Service> Optional<NamedTarget<S>> ofKind(
      NamedTarget<?> target, Located.Text name, TargetKind<S> kind) {
    Optional<NamedTarget<S>> found = kind.of(target);
    if (found.isEmpty()) {
      reader.problem(
          name.at(),
          "%s goes to %s, which %s is not".formatted(kind.step(), kind.urls(), target.name()));
    }
    return found;
  }

  private <S extends Service> Optional<NamedTarget<S>> onlyOne(
      Located.Position at, TargetKind<S> kind) {
    List<NamedTarget<S>> all = targets.stream().flatMap(one -> kind.of(one).stream()).toList();
    if (all.size() > 1) {
      reader.problem(at, "there are several targets; say which by \"target\": " + names(all));
    } else if (all.isEmpty() && !targets.isEmpty()) {
      reader.problem(
          at, "%s goes to %s, and there is no such target".formatted(kind.step(), kind.urls()));
    }
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  private Optional<NamedTarget<?>> find(Located.Text name) {
    for (NamedTarget<?> target : targets) {
      if (target.name().equals(name.value())) {
        return Optional.of(target);
      }
    }
    if (!targets.isEmpty()) {
      reader.problem(
          name.at(),
          "unknown target \"%s\"; there are: %s".formatted(name.value(), names(targets)));
    }
    return Optional.empty();
  }

  private static String names(List<? extends NamedTarget<?>> targets) {
    return String.join(", ", targets.stream().map(NamedTarget::name).toList());
  }
}
