package dev.harness.user;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret for every user of a run, sent along with what that user does. Whoever else gets to see
 * it has seen another user's data: nothing but a mix-up can put it there.
 *
 * <p>A canary is {@code cnry-} and the first 128 bits, in hexadecimal, of HMAC-SHA-256 (RFC 2104)
 * of the user's id with the run's id as key: the same user has another canary in another run, so
 * that what a target kept from an earlier run is recognised, too.
 */
public final class Canaries {
  /** Stands for whoever left a canary that is none of this run's. */
  public static final String ANOTHER_RUN = "a user of another run";

  private static final String PREFIX = "cnry-";
  private static final int BYTES = 16;
  private static final int LENGTH = PREFIX.length() + 2 * BYTES;
  private static final String ALGORITHM = "HmacSHA256";

  private final Map<String, String> byUser = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();

  /** Of all users of a population. */
  public Canaries(UserPopulation users) {
    Mac mac = mac(users.runId());
    for (int i = 0; i < users.size(); i++) {
      String user = users.userOf(i);
      byte[] digest = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
      String canary = PREFIX + HexFormat.of().formatHex(digest, 0, BYTES);
      byUser.put(user, canary);
      owners.put(canary, user);
    }
  }

  /**
   * A user's canary.
   *
   * @throws IllegalArgumentException for a user who is none of the population
   */
  public String of(String user) {
    String canary = byUser.get(user);
    if (canary == null) {
      throw new IllegalArgumentException("no user of this run: " + user);
    }
    return canary;
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

  /** Whose canaries stand in a text although they are not the reader's own. */
  public List<String> strangersIn(String text, String reader) {
    return ownersIn(text).stream().filter(owner -> !owner.equals(reader)).toList();
  }

  private static Mac mac(String key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
