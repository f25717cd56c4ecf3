package dev.harness.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.harness.config.ApiDescription.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiFileTest {
  @Test
  void readsPathsMethodsAndIds() {
    ApiDescription api =
        parse(
            """
            openapi: 3.1.0
            info: { title: shop, version: "1" }
            servers:
              - url: /v1
              - url: https://{region}.shop.test
              - url: https://shop.test/v1
            paths:
              /orders:
                summary: orders
                get:
                  operationId: listOrders
                  parameters: [ { name: page, in: query } ]
                post: { operationId: createOrder, requestBody: { $ref: "#/x" } }
              /search:
                get:
                  parameters: [ { name: text, in: query, required: true } ]
              /mine:
                parameters: [ { $ref: "#/components/parameters/User" } ]
                get: {}
              /orders/{id}:
                get: { operationId: getOrder }
              x-note: none
            """);

    assertThat(api.url()).contains("https://shop.test/v1");
    assertThat(api.operations())
        .containsExactly(
            new Operation("GET", "/orders", Optional.of("listOrders"), true),
            new Operation("POST", "/orders", Optional.of("createOrder"), false),
            new Operation("GET", "/search", Optional.empty(), false),
            new Operation("GET", "/mine", Optional.empty(), false),
            new Operation("GET", "/orders/{id}", Optional.of("getOrder"), false));
  }

  @Test
  void whatIsDeeperThanAPlanIsRead() {
    String schema = "{ properties: { a: ".repeat(40) + "{}" + " } }".repeat(40);

    assertThat(parse("openapi: 3.0.0\npaths: {}\ncomponents: " + schema).operations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: things | api.yaml:1:1: no OpenAPI document: it has neither \"openapi\" nor",
        "[] | api.yaml:1:1: an OpenAPI document must be an object, not an array",
        "{ openapi: 3.0.0, paths: 7 } | api.yaml:1:26: paths must be an object, not a number",
        "{ openapi: 3.0.0, paths: { /a: 7 } } | api.yaml:1:32: /a must be an object, not a number",
        "{ openapi: 3.0.0, paths: { /a: { get: 7 } } } | api.yaml:1:39: get must be an object",
        "{ openapi: 3.0.0, servers: 7 } | api.yaml:1:28: servers must be an array of objects"
      })
  void whatIsNoneIsTold(String text, String message) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> parse(text))
        .withMessageStartingWith(message);
  }

  @Test
  void whatHasNoEndIsRefused() {
    String text = "{ openapi: 3.0.0, paths: " + "{ a: ".repeat(100_000);

    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> parse(text))
        .withMessageContaining("nested more than 200 levels deep");
  }

  private static ApiDescription parse(String text) {
    return OpenApiFile.parse("api.yaml", text.getBytes(StandardCharsets.UTF_8), Notation.YAML);
  }
}
