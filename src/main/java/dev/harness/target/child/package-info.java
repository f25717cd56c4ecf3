/** Services that run as child processes of the harness, and end with it however it ends. */
@NullMarked
package dev.harness.target.child;

import org.jspecify.annotations.NullMarked;
