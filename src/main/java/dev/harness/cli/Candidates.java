package dev.harness.cli;

import dev.harness.check.BuiltInChecks;
import dev.harness.plan.Profile;
import java.util.Iterator;
import java.util.List;

/** What a shell offers to complete an option with, once it has {@code generate-completion}. */
abstract class Candidates implements Iterable<String> {
  private final List<String> names;

  private Candidates(List<String> names) {
    this.names = names.stream().distinct().toList();
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }

  static final class Suites extends Candidates {
    Suites() {
      super(BuiltInChecks.all().stream().map(check -> check.id().suite().id()).toList());
    }
  }

  static final class Checks extends Candidates {
    Checks() {
      super(BuiltInChecks.all().stream().map(check -> check.id().toString()).toList());
    }
  }

  static final class Faults extends Candidates {
    Faults() {
      super(FaultOption.names());
    }
  }

  static final class Profiles extends Candidates {
    Profiles() {
      super(ProfileOption.used().stream().map(Profile::id).toList());
    }
  }
}
