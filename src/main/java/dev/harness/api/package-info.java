/**
 * What a user's own code implements to be put under load: checks, found by {@code ServiceLoader} on
 * {@code harness run --classpath}. This is the stable side of the harness, and says nothing of how
 * loads are driven or judged. Contexts of a user's own come in by {@link
 * dev.harness.user.ContextSystem}.
 */
@NullMarked
package dev.harness.api;

import org.jspecify.annotations.NullMarked;
