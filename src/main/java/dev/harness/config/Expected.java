package dev.harness.config;

import dev.harness.plan.scenario.Expectation;
import dev.harness.plan.scenario.Expectation.AtMost;
import dev.harness.plan.scenario.Expectation.StatusIn;
import java.util.List;

/**
 * What a request expects.
 *
 * @param others in the order in which they are looked at
 */
record Expected(StatusIn status, AtMost size, List<Expectation> others) {}
