package dev.harness.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What every page has in it, from files beside this class. */
enum Part {
  /** uPlot, with the licence that it is under. */
  CHART_LIBRARY("uplot/uPlot.iife.min.js"),
  CHART_STYLE("uplot/uPlot.min.css"),
  SCRIPT("report.js"),
  STYLE("report.css");

  private static final String LICENCE = "uplot/LICENSE";

  private final String file;

  Part(String file) {
    this.file = file;
  }

  String text() {
    String text = read(file);
    return this == CHART_LIBRARY ? "/*!\nuPlot\n" + read(LICENCE) + "*/\n" + text : text;
  }

  /** By which a browser knows that this script may run. */
  String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Line ends as a browser reads them, however the file was checked out. */
  private static String read(String file) {
    try (InputStream in = Part.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
