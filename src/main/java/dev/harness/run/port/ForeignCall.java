package dev.harness.run.port;

/**
 * A call of a user's own code that is under way, and which nothing brings back if it never returns.
 *
 * @param system what reports call it
 * @param method as {@code createContext}
 * @param number of the call, which no other has
 */
public record ForeignCall(String system, String method, long number) {}
