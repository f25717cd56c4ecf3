package dev.harness.target.child;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start this same program once more: from its jar, or as the native executable. */
public final class OwnCommand {
  /**
   * Memory of a child: recorded with its command line, so that footprints can be compared. The
   * serial collector with a young generation of fixed size makes memory grow by what is kept, and
   * neither by how late the collector comes nor by how much memory the machine has.
   */
  private static final List<String> CHILD_MEMORY =
      List.of("-Xmx256m", "-Xmn48m", "-XX:+UseSerialGC");

  /** Where the jar is, when the harness was not started from it: in tests. */
  static final String JAR_PROPERTY = "harness.jar";

  private OwnCommand() {}

  /** As the user would start it: with as much memory as it takes. */
  public static List<String> again(List<String> arguments) {
    return with(List.of(), arguments);
  }

  /** As a service beside this program, with memory of its own. */
  static List<String> with(List<String> arguments) {
    return with(CHILD_MEMORY, arguments);
  }

  private static List<String> with(List<String> memory, List<String> arguments) {
    String executable =
        ProcessHandle.current()
            .info()
            .command()
            .orElseThrow(() -> new IllegalStateException("the system hides this program's path"));
    var command = new ArrayList<String>();
    command.add(executable);
    if (!isNative()) {
      String jar = System.getProperty(JAR_PROPERTY, System.getProperty("java.class.path", ""));
      command.addAll(memory);
      command.addAll(List.of("-jar", Path.of(jar).toAbsolutePath().toString()));
    }
    command.addAll(arguments);
    return List.copyOf(command);
  }

  private static boolean isNative() {
    return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
  }
}
