package dev.harness.testing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
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
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java that somebody else wrote, compiled against the program's jar. */
public final class OwnSources {
  private static final Path PAGE = Path.of("docs", "own-code.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public final )?class (\\w+)");

  private OwnSources() {}

  /** The worked examples of the page, by their class. */
  public static Map<String, String> ofThePage() throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.toMap(OwnSources::className, source -> source));
  }

  /** Compiles them into a directory, and names them there as providers. */
  public static void provide(Path classes, Class<?> service, String... sources) throws IOException {
    Path services = classes.resolve("META-INF/services");
    Files.createDirectories(services);
    Files.writeString(
        services.resolve(service.getName()),
        Arrays.stream(sources)
            .map(source -> "com.example." + className(source))
            .collect(joining("\n")));
    compile(classes, List.of(), sources);
  }

  /** Compiles them into a directory that exists, with these jars besides the program's. */
  public static void compile(Path classes, List<Path> jars, String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    String classPath =
        Stream.concat(Stream.of(Path.of(System.getProperty("harness.jar"))), jars.stream())
            .map(Path::toString)
            .collect(joining(File.pathSeparator));
    boolean compiled =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-cp", classPath, "-d", classes.toString()),
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
