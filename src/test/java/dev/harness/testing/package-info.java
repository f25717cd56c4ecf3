/** What tests of several packages share: the tools they want from the machine. */
@NullMarked
package dev.harness.testing;

import org.jspecify.annotations.NullMarked;
