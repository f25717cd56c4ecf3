/**
 * What a user's plan asks for: services, users, and scenarios of steps under a load.
 *
 * <p>Part of {@code plan}, and pure like it: a plan that exists is valid, and knows neither files
 * nor sockets. {@code config} reads it, {@code check.scenario} carries it out. Secrets that a plan
 * names are in its templates, and in no text that any of these classes gives of itself.
 */
@NullMarked
package dev.harness.plan.scenario;

import org.jspecify.annotations.NullMarked;
