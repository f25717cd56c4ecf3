package dev.harness.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Holds classes against {@link Layers}. */
final class LayerCheck {
  /** What belongs to the platform, or is allowed everywhere. */
  private static final List<String> EVERYWHERE =
      List.of(
          "java.",
          "javax.",
          "jdk.",
          "org.jspecify.",
          "com.sun.management.",
          "com.sun.tools.attach.");

  private final Layers layers;
  private final String root;

  /**
   * @param root the package whose children the layers are
   */
  LayerCheck(Layers layers, String root) {
    this.layers = layers;
    this.root = root;
  }

  /** One line for each import that the table does not allow, and each package it does not know. */
  List<String> violations(JavaClasses classes) {
    List<String> found = new ArrayList<>();
    for (JavaClass type : classes) {
      if (type.getSimpleName().equals("package-info")) {
        continue;
      }
      Optional<Layer> layer = layerOf(type.getPackageName());
      if (layer.isEmpty()) {
        found.add(type.getName() + " is in a package that has no row in Layers: add one");
      } else {
        found.addAll(violations(type, layer.get()));
      }
    }
    return List.copyOf(found);
  }

  private Set<String> violations(JavaClass type, Layer layer) {
    Set<String> found = new TreeSet<>();
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass used = dependency.getTargetClass().getBaseComponentType();
      if (!used.isPrimitive() && !allowed(layer, used.getPackageName())) {
        found.add(
            "%s uses %s, which Layers does not allow to %s"
                .formatted(type.getName(), used.getName(), layer.name()));
      }
    }
    return found;
  }

  private boolean allowed(Layer layer, String usedPackage) {
    if (usedPackage.startsWith(root + ".")) {
      return layerOf(usedPackage).filter(layer::mayUse).isPresent();
    }
    return EVERYWHERE.stream().anyMatch((usedPackage + ".")::startsWith)
        || layer.mayUseLibrary(usedPackage);
  }

  private Optional<Layer> layerOf(String packageName) {
    return packageName.startsWith(root + ".")
        ? layers.of(packageName.substring(root.length() + 1))
        : Optional.empty();
  }
}
