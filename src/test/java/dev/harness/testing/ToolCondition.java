package dev.harness.testing;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link RequiresTool}. */
final class ToolCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresTool.class)
        .map(needed -> decide(needed.value(), System.getProperty("harness.require", "")))
        .map(decision -> announced(decision, context.getDisplayName()))
        .orElseGet(() -> enabled("needs no tool"));
  }

  /** Maven prints how many tests were skipped, but not why. */
  private static ConditionEvaluationResult announced(
      ConditionEvaluationResult decision, String test) {
    if (decision.isDisabled()) {
      System.out.println("Skipped " + test + ": " + decision.getReason().orElse("no reason"));
    }
    return decision;
  }

  /**
   * @param required names of tools, separated by commas, that must be present
   */
  static ConditionEvaluationResult decide(Tool tool, String required) {
    return decide(tool, tool.present(), required);
  }

  static ConditionEvaluationResult decide(Tool tool, boolean present, String required) {
    if (present) {
      return enabled(tool.propertyName() + " is present");
    }
    if (Arrays.asList(required.split("[, ]+", -1)).contains(tool.propertyName())) {
      throw new ExtensionConfigurationException("required by harness.require: " + tool.whyNot());
    }
    return disabled(tool.whyNot());
  }
}
