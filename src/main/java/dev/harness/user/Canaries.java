package dev.harness.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret for every user of a run, sent along with what that user does. Whoever else gets to see
 * it has seen another user's data: nothing but a mix-up can put it there.
 *
 * <p>A canary is {@code cnry-} and the first 128 bits, in hexadecimal, of HMAC-SHA-256 (RFC 2104)
 * of the user's id with the run's id as key: the same user has another canary in another run, so
 * that what a target kept from an earlier run is recognised, too. Safe for use from any thread.
 */
public final class Canaries {
  /** Stands for whoever left a canary that is none of this run's. */
  public static final String ANOTHER_RUN = "a user of another run";

  private static final String PREFIX = "cnry-";
  private static final int BYTES = 16;
  private static final int LENGTH = PREFIX.length() + 2 * BYTES;
  private static final String ALGORITHM = "HmacSHA256";

  private final String runId;
  private final Map<String, String> byUser = new ConcurrentHashMap<>();
  private final Map<String, String> owners = new ConcurrentHashMap<>();

  /** Of all users of a run. */
  public Canaries(String runId) {
    this.runId = runId;
  }

  /** A user's canary. Nobody can be seen with it before it was asked for here. */
  public String of(String user) {
    String known = byUser.get(user);
    return known == null ? byUser.computeIfAbsent(user, this::issue) : known;
  }

  /**
   * Whether a user's canary stands in a text, once, and nobody else's: what most texts are like.
   */
  public boolean onlyOf(String user, String text) {
    int at = text.indexOf(PREFIX);
    return at >= 0 && text.startsWith(of(user), at) && text.indexOf(PREFIX, at + LENGTH) < 0;
  }

  /**
   * Whose canaries stand in a text, in their order; {@link #ANOTHER_RUN} for one that is nobody's.
   * A canary that was encoded or cut on its way is not found.
   */
  public Set<String> ownersIn(String text) {
    Set<String> found = Set.of();
    for (int at = text.indexOf(PREFIX);
        at >= 0 && at + LENGTH <= text.length();
        at = text.indexOf(PREFIX, at + PREFIX.length())) {
      found = found.isEmpty() ? new LinkedHashSet<>() : found;
      found.add(owners.getOrDefault(text.substring(at, at + LENGTH), ANOTHER_RUN));
    }
    return found;
  }

  private String issue(String user) {
    byte[] digest = mac().doFinal(user.getBytes(StandardCharsets.UTF_8));
    String canary = PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
    owners.put(canary, user);
    return canary;
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(runId.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
