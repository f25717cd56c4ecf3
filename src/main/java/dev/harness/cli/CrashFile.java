package dev.harness.cli;

import dev.harness.report.TerminalText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Details of something unforeseen, for whoever mends it; a person gets one line. */
final class CrashFile {
  private CrashFile() {}

  /** The line for a failure of the program itself, with its details in a temporary file. */
  static String line(Throwable unforeseen) {
    String problem = "harness: went wrong: " + TerminalText.line(unforeseen.toString());
    try {
      Path file = Files.createTempFile("harness-crash-", ".txt");
      write(file, "the program", unforeseen);
      return problem + "; details: " + file;
    } catch (IOException e) {
      return problem + "; its details cannot be written: " + e.getMessage();
    }
  }

  /**
   * Writes what happened to what.
   *
   * @throws IOException where the file cannot be written
   */
  static void write(Path file, String what, Throwable unforeseen) throws IOException {
    try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
      out.println(what);
      unforeseen.printStackTrace(out);
      if (out.checkError()) {
        throw new IOException("it could not be written to its end");
      }
    }
  }
}
