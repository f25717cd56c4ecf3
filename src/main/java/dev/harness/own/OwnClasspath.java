package dev.harness.own;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/**
 * Jars and directories with a user's own classes, below those of the harness: a class that both
 * have is the harness's.
 */
final class OwnClasspath implements AutoCloseable {
  private final URLClassLoader loader;

  private OwnClasspath(URLClassLoader loader) {
    this.loader = loader;
  }

  /**
   * @param paths as {@code java -cp} takes them, without wildcards
   * @throws InvalidClasspathException where one of them is no jar and no directory
   */
  static OwnClasspath open(String paths) {
    List<URL> urls =
        Arrays.stream(paths.split(File.pathSeparator))
            .filter(path -> !path.isBlank())
            .map(path -> url(Path.of(path)))
            .toList();
    if (urls.isEmpty()) {
      throw new InvalidClasspathException("names no path; allowed: jars and directories");
    }
    return new OwnClasspath(
        new URLClassLoader(urls.toArray(URL[]::new), OwnClasspath.class.getClassLoader()));
  }

  /**
   * One object of each class that provides a service.
   *
   * @throws InvalidClasspathException where one cannot be had
   */
  <T> List<T> each(Class<T> service) {
    return loaded(() -> providers(service).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * The classes that provide a service.
   *
   * @throws InvalidClasspathException where one cannot be had
   */
  <T> List<ServiceLoader.Provider<T>> providers(Class<T> service) {
    return loaded(() -> ServiceLoader.load(service, loader).stream().toList());
  }

  private static <T> List<T> loaded(Supplier<List<T>> loading) {
    try {
      return loading.get();
    } catch (ServiceConfigurationError | LinkageError e) {
      throw new InvalidClasspathException(reason(e));
    }
  }

  @Override
  public void close() {
    try {
      loader.close();
    } catch (IOException e) {
      // Nothing more is read from it, and the process ends soon.
    }
  }

  /** What happened, and what of the user's own made it happen. */
  static String reason(Throwable e) {
    Throwable cause = e.getCause();
    String message = String.valueOf(e.getMessage());
    return (cause == null ? message : "%s: %s".formatted(message, cause))
        .lines()
        .findFirst()
        .orElse(message);
  }

  private static URL url(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidClasspathException("there is no " + path);
    }
    if (!Files.isDirectory(path)) {
      requireJar(path);
    }
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InvalidClasspathException("%s: %s".formatted(path, e.getMessage()));
    }
  }

  private static void requireJar(Path path) {
    try (var jar = new JarFile(path.toFile())) {
      jar.size();
    } catch (IOException e) {
      throw new InvalidClasspathException(
          "%s is no jar and no directory: %s".formatted(path, e.getMessage()));
    }
  }
}
