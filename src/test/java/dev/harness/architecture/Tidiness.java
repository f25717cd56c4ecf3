package dev.harness.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Rules about files as text. Each returns one line for each offence: where, and what instead. */
final class Tidiness {
  static final int LONGEST_FILE = 400;

  /** Written in parts, so that this file does not contain what it forbids. */
  private static final List<String> REGISTRY_HOSTS =
      List.of(
          host("maven", "apache", "org"),
          host("maven", "org"),
          host("sonatype", "com"),
          host("sonatype", "org"),
          host("npmjs", "org"),
          host("npmjs", "com"),
          host("debian", "org"),
          host("docker", "io"),
          host("pypi", "org"));

  /** Only these names of a host are registries; Maven's own pages share its domain. */
  private static final Pattern REGISTRY =
      Pattern.compile(
          "\\b(repo\\d*|central|oss|s01|registry[-\\w]*|deb|ftp|security|index|files)\\.(%s)\\b"
              .formatted(String.join("|", REGISTRY_HOSTS).replace(".", "\\.")));

  private Tidiness() {}

  static List<String> bannedText(Map<String, List<String>> files) {
    List<String> found = new ArrayList<>();
    files.forEach(
        (path, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            for (Ban ban : Ban.all()) {
              if (ban.forbids(path, lines.get(i))) {
                found.add("%s:%d %s; use %s".formatted(path, i + 1, ban.name(), ban.instead()));
              }
            }
          }
        });
    return found;
  }

  static List<String> registryHosts(Map<String, List<String>> files) {
    List<String> found = new ArrayList<>();
    files.forEach(
        (path, lines) -> {
          for (int i = 0; i < lines.size(); i++) {
            if (REGISTRY.matcher(lines.get(i)).find()) {
              found.add(
                  "%s:%d names a registry's host; let its client know it".formatted(path, i + 1));
            }
          }
        });
    return found;
  }

  static List<String> longFiles(Map<String, List<String>> files) {
    List<String> found = new ArrayList<>();
    files.forEach(
        (path, lines) -> {
          if (lines.size() > LONGEST_FILE) {
            found.add("%s has %d lines; it is two ideas: split it".formatted(path, lines.size()));
          }
        });
    return found;
  }

  /** A package of tests may lean on the description of the package it tests. */
  static List<String> undescribedPackages(Map<String, List<String>> javaFiles) {
    Map<String, Boolean> described = new TreeMap<>();
    javaFiles.forEach(
        (path, lines) -> {
          boolean describes = path.endsWith("/package-info.java") && lines.contains("@NullMarked");
          described.merge(packagePath(path), describes, Boolean::logicalOr);
        });
    return described.entrySet().stream()
        .filter(entry -> !entry.getValue())
        .map(entry -> entry.getKey() + " has no package-info.java with @NullMarked; add one")
        .toList();
  }

  private static String packagePath(String path) {
    return path.substring(0, path.lastIndexOf('/')).replaceFirst("^src/\\w+/java/", "");
  }

  private static String host(String... parts) {
    return String.join(".", parts);
  }
}
