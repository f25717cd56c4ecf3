package dev.harness.architecture;

import java.util.List;
import java.util.Set;

/**
 * One row of the table of packages.
 *
 * @param name the package below the root; rows may be finer than one level, and the longest that
 *     fits a package is its row
 * @param mayUse names of the layers that it may import, itself aside
 * @param libraries prefixes of the packages, beyond the JDK, that it may import
 */
record Layer(String name, Set<String> mayUse, List<String> libraries) {

  Layer {
    mayUse = Set.copyOf(mayUse);
    libraries = List.copyOf(libraries);
  }

  boolean holds(String packageBelowRoot) {
    return packageBelowRoot.equals(name) || packageBelowRoot.startsWith(name + ".");
  }

  boolean mayUse(Layer other) {
    return area().equals(other.area()) || mayUse.contains(other.area());
  }

  boolean mayUseLibrary(String packageName) {
    return libraries.stream().anyMatch((packageName + ".")::startsWith);
  }

  /** The first part of the name: what {@code mayUse} speaks of. */
  private String area() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
