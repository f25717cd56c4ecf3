package dev.harness.config;

import dev.harness.config.ApiDescription.Operation;
import dev.harness.config.Located.Member;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * OpenAPI documents, 3.x and 2.0, in YAML or JSON: their paths, methods and ids. Schemas are not
 * looked into, and references not followed.
 */
public final class OpenApiFile {
  private static final int MOST_BYTES = 16 << 20;

  /** Schemas are objects in objects; so deep is none, and any stack bears it. */
  private static final int DEEPEST = 200;

  private static final List<String> METHODS =
      List.of("get", "head", "options", "post", "put", "patch", "delete");
  private static final List<String> ASKING = List.of("get", "head", "options");
  private static final String PARAMETERS = "parameters";

  private final Reader reader;

  private OpenApiFile(Reader reader) {
    this.reader = reader;
  }

  /**
   * Reads one.
   *
   * @throws InvalidFileException where it cannot be read, or is no OpenAPI document
   */
  public static ApiDescription read(Path file) {
    byte[] text = SmallFile.read(file, "OpenAPI document", MOST_BYTES);
    return parse(file.toString(), text, Notation.of(file));
  }

  static ApiDescription parse(String file, byte[] text, Notation notation) {
    var reader = new Reader(file);
    Located root = Document.parse(file, text, notation, DEEPEST);
    Map<String, Member> document = reader.members("an OpenAPI document", root);
    boolean named = document.containsKey("openapi") || document.containsKey("swagger");
    if (root instanceof Located.Struct && !named) {
      reader.problem(root.at(), "no OpenAPI document: it has neither \"openapi\" nor \"swagger\"");
    }
    var api = new OpenApiFile(reader);
    List<Operation> operations =
        api.object("paths", document.get("paths")).entrySet().stream()
            .flatMap(entry -> api.operations(entry.getKey(), entry.getValue()))
            .toList();
    Optional<String> url = api.url(document);
    reader.throwIfInvalid();
    return new ApiDescription(url, operations);
  }

  private Stream<Operation> operations(String path, Member member) {
    if (!path.startsWith("/")) {
      return Stream.empty();
    }
    Map<String, Member> item = reader.members(path, member.value());
    return METHODS.stream()
        .filter(item::containsKey)
        .map(method -> operation(method, path, item))
        .toList()
        .stream();
  }

  private Operation operation(String method, String path, Map<String, Member> item) {
    Map<String, Member> operation = object(method, item.get(method));
    boolean ready =
        ASKING.contains(method)
            && path.indexOf('{') < 0
            && Stream.of(item, operation).noneMatch(this::needsParameters);
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        reader.text("operationId", operation.get("operationId")).map(Located.Text::value),
        ready);
  }

  /** What is only referred to may be needed. */
  private boolean needsParameters(Map<String, Member> where) {
    return items(PARAMETERS, where.get(PARAMETERS)).stream()
        .map(item -> reader.members("a parameter", item))
        .anyMatch(parameter -> parameter.containsKey("$ref") || isTrue(parameter.get("required")));
  }

  private static boolean isTrue(@Nullable Member member) {
    return member != null && member.value() instanceof Located.Truth truth && truth.value();
  }

  private Optional<String> url(Map<String, Member> document) {
    var urls = new ArrayList<String>();
    for (Located server : items("servers", document.get("servers"))) {
      reader
          .text("url", reader.members("a server", server).get("url"))
          .ifPresent(url -> urls.add(url.value()));
    }
    return urls.stream().filter(url -> url.matches("https?://[^{}]+")).findFirst();
  }

  private Map<String, Member> object(String name, @Nullable Member member) {
    return member == null ? Map.of() : reader.members(name, member.value());
  }

  private List<Located> items(String name, @Nullable Member member) {
    return member == null ? List.of() : reader.items(name, member.value(), "objects");
  }
}
