package dev.harness.own;

import dev.harness.api.OwnCheck;
import dev.harness.plan.CheckId;
import dev.harness.run.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a class path brings to a run: checks. Open for as long as the run goes on. */
public final class OwnCode implements AutoCloseable {
  /** Where there is no class path. */
  public static final OwnCode NONE = new OwnCode(null, List.of());

  private final @Nullable OwnClasspath classpath;
  private final List<Check> checks;

  private OwnCode(@Nullable OwnClasspath classpath, List<Check> checks) {
    this.classpath = classpath;
    this.checks = checks;
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
      var code = new OwnCode(classpath, checks(classpath, "--classpath " + paths));
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

  @Override
  public void close() {
    if (classpath != null) {
      classpath.close();
    }
  }

  private void requireSomething(String paths) {
    if (checks.isEmpty()) {
      throw new InvalidClasspathException(
          "%s has no check; one is named in META-INF/services/%s"
              .formatted(paths, OwnCheck.class.getName()));
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
