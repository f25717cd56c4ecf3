package dev.harness.own;

import dev.harness.api.OwnCheck;
import dev.harness.check.BuiltInChecks;
import dev.harness.plan.CheckId;
import dev.harness.run.Check;
import dev.harness.run.port.Targets;
import dev.harness.user.ContextSystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * What a class path brings to a run: checks, and a system to be measured instead of the reference
 * system. Open for as long as the run goes on.
 */
public final class OwnCode implements AutoCloseable {
  /** Where there is no class path. */
  public static final OwnCode NONE = new OwnCode(null, "", List.of(), Optional.empty());

  private final @Nullable OwnClasspath classpath;
  private final String option;
  private final List<Check> checks;
  private final Optional<OwnSystem> system;

  private OwnCode(
      @Nullable OwnClasspath classpath,
      String option,
      List<Check> checks,
      Optional<OwnSystem> system) {
    this.classpath = classpath;
    this.option = option;
    this.checks = checks;
    this.system = system;
  }

  /**
   * Loads it, and has all of it say what it is.
   *
   * @param paths as {@code java -cp} takes them, without wildcards
   * @throws InvalidClasspathException where any of it cannot be used, or there is nothing
   */
  public static OwnCode load(String paths) {
    OwnClasspath classpath = OwnClasspath.open(paths);
    try {
      String option = "--classpath " + paths;
      var code = new OwnCode(classpath, option, checks(classpath, option), system(classpath));
      code.requireSomething(paths);
      return code;
    } catch (InvalidClasspathException e) {
      classpath.close();
      throw e;
    }
  }

  /** The checks, by name. */
  public List<Check> checks() {
    return checks;
  }

  /** The system to be measured. */
  public Optional<OwnSystem> system() {
    return system;
  }

  /** These checks, but those of contexts are of the user's own system, where there is one. */
  public List<Check> measuring(List<Check> builtIn) {
    return system.isEmpty() ? builtIn : builtIn.stream().map(this::measuring).toList();
  }

  private Check measuring(Check builtIn) {
    return BuiltInChecks.ofContexts().stream()
        .filter(check -> check.id().equals(builtIn.id()))
        .findFirst()
        .<Check>map(check -> new CheckOfOwn(check, option))
        .orElse(builtIn);
  }

  /**
   * What runs of these where nobody names any: all, but of a system of the user's own only what it
   * is judged by.
   */
  public List<Check> usual(List<Check> known) {
    return system.isEmpty()
        ? known
        : known.stream().filter(check -> check.broughtBy().isPresent()).toList();
  }

  /** These targets, with the user's own system in them, where there is one. */
  public Targets in(Targets real) {
    return system.<Targets>map(own -> new OwnSystemTargets(real, own)).orElse(real);
  }

  @Override
  public void close() {
    if (classpath != null) {
      classpath.close();
    }
  }

  private void requireSomething(String paths) {
    if (checks.isEmpty() && system.isEmpty()) {
      throw new InvalidClasspathException(
          "%s has no check and no contexts; they are named in META-INF/services/%s and %s"
              .formatted(paths, OwnCheck.class.getName(), ContextSystem.class.getName()));
    }
  }

  private static Optional<OwnSystem> system(OwnClasspath classpath) {
    List<ServiceLoader.Provider<ContextSystem>> found = classpath.providers(ContextSystem.class);
    if (found.size() > 1) {
      throw new InvalidClasspathException(
          "%s and %s are both systems of contexts; a run measures one"
              .formatted(found.get(0).type().getName(), found.get(1).type().getName()));
    }
    return found.stream().findFirst().map(OwnCode::described);
  }

  private static OwnSystem described(ServiceLoader.Provider<ContextSystem> provider) {
    try (ContextSystem system = provider.get()) {
      return new OwnSystem(system.name().strip(), provider);
    } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
      throw new InvalidClasspathException(
          "%s: %s".formatted(provider.type().getName(), OwnClasspath.reason(e)));
    }
  }

  private static List<Check> checks(OwnClasspath classpath, String broughtBy) {
    var checks = new ArrayList<Check>();
    Map<CheckId, String> classes = new HashMap<>();
    for (OwnCheck own : classpath.each(OwnCheck.class)) {
      String type = own.getClass().getName();
      Check check = described(own, broughtBy);
      String other = classes.put(check.id(), type);
      if (other != null) {
        throw new InvalidClasspathException(
            "%s and %s are both called %s; a name is unique".formatted(other, type, check.id()));
      }
      checks.add(check);
    }
    return List.copyOf(checks);
  }

  private static Check described(OwnCheck own, String broughtBy) {
    try {
      return new LoadedCheck(own, broughtBy);
    } catch (RuntimeException | LinkageError e) {
      throw new InvalidClasspathException(
          "%s: %s".formatted(own.getClass().getName(), OwnClasspath.reason(e)));
    }
  }
}
