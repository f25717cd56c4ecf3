package dev.harness.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java that somebody else wrote, compiled against the program's jar alone. */
final class OwnSources {
  private static final Path PAGE = Path.of("docs", "own-code.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern CLASS = Pattern.compile("public final class (\\w+)");

  private OwnSources() {}

  /** The worked examples of the page, by their class. */
  static Map<String, String> ofThePage() throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.toMap(OwnSources::className, source -> source));
  }

  /** Compiles them into a directory, and names them there as providers. */
  static void compile(Path classes, Class<?> service, String... sources) throws IOException {
    Path services = classes.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve(service.getName()),
        Arrays.stream(sources)
            .map(source -> "com.example." + className(source))
            .collect(joining("\n")));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-cp", System.getProperty("harness.jar"), "-d", classes.toString()),
                null,
                Arrays.stream(sources).map(OwnSources::file).toList())
            .call();
    assertThat(compiled).as(said.toString()).isTrue();
  }

  private static String className(String source) {
    return CLASS.matcher(source).results().findFirst().orElseThrow().group(1);
  }

  private static JavaFileObject file(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///com/example/" + className(source) + ".java"),
        JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
