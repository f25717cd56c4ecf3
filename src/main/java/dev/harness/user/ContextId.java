package dev.harness.user;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes a text an id: the rule behind every field of {@link UserExecutionContext}. */
final class ContextId {
  /** Longest id accepted, in UTF-16 code units. */
  static final int MAX_LENGTH = 256;

  /** What careless code writes where an id should stand; compared without regard to case. */
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "none",
          "null",
          "nil",
          "undefined",
          "unknown",
          "n/a",
          "registry",
          "placeholder",
          "default",
          "dummy",
          "example",
          "todo");

  private static final int LONGEST_PLACEHOLDER = 11;

  private ContextId() {}

  /**
   * Returns the id it was given.
   *
   * @throws InvalidContextException naming the field, but never its value: an id may be a secret
   */
  static String require(String field, @Nullable String id) {
    if (id == null) {
      throw new InvalidContextException(field, "must not be null");
    }
    if (id.length() > MAX_LENGTH) {
      throw new InvalidContextException(
          field, "must be at most " + MAX_LENGTH + " characters long, not " + id.length());
    }
    if (id.isBlank()) {
      throw new InvalidContextException(
          field, id.isEmpty() ? "must not be empty" : "must not be blank");
    }
    for (int i = 0; i < id.length(); i++) {
      if (Character.isISOControl(id.charAt(i))) {
        throw new InvalidContextException(
            field, "must not contain control characters (found one at position " + (i + 1) + ")");
      }
    }
    if (isPlaceholder(id)) {
      throw new InvalidContextException(field, "must identify something; it is a placeholder");
    }
    return id;
  }

  private static boolean isPlaceholder(String id) {
    String bare = id.strip();
    return bare.length() <= LONGEST_PLACEHOLDER
        && PLACEHOLDERS.contains(bare.toLowerCase(Locale.ROOT));
  }
}
