package dev.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harness.config.ApiDescription;
import dev.harness.config.ApiDescription.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstStepsTest {
  @Test
  void whatCanBeSentIsAStepAndTheOthersAreComments() {
    assertThat(
            steps(
                new Operation("GET", "/orders", Optional.of("listOrders"), true),
                new Operation("POST", "/orders", Optional.of("create_order"), false),
                new Operation("GET", "/orders/{id}/lines", Optional.empty(), false),
                new Operation("GET", "/a b: {", Optional.empty(), true)))
        .isEqualTo(
            """
                  - request: GET /orders
                    name: list-orders
                  # What is in braces is captured by a step before, or a column.
                  # - request: POST /orders
                  #   name: create-order
                  # - request: GET /orders/${id}/lines
                  # Left out: 1 whose paths have characters to be encoded.
            """);
  }

  @Test
  void whereNothingCanBeSentThereIsOneStep() {
    assertThat(steps()).isEqualTo("      - request: GET /\n");
  }

  @Test
  void aPlanIsToBeReadSoItHasTenSteps() {
    Operation[] many =
        IntStream.range(0, 30)
            .mapToObj(i -> new Operation("GET", "/" + i, Optional.of("same"), true))
            .toArray(Operation[]::new);

    assertThat(steps(many).lines())
        .as("ten steps, of which one could have the name; a line of words; the others")
        .hasSize(10 + 1 + 1 + 20)
        .filteredOn(line -> line.contains("- request:") && !line.contains("#"))
        .hasSize(10);
  }

  private static String steps(Operation... operations) {
    return FirstSteps.of(new ApiDescription(Optional.empty(), List.of(operations)));
  }
}
