package dev.harness.target.postgres.embedded;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The roles of the data template, with passwords made for this one server.
 *
 * @param ownerPassword of {@value #OWNER}, hexadecimal
 * @param applicationPassword of {@value #APPLICATION}, hexadecimal
 */
record Credentials(String ownerPassword, String applicationPassword) {

  static final String DATABASE = "harness";
  static final String CONTROL_DATABASE = "harness_control";
  static final String OWNER = "harness_owner";
  static final String APPLICATION = "harness_app";

  private static final int PASSWORD_BYTES = 20;

  Credentials {
    requireHexadecimal("ownerPassword", ownerPassword);
    requireHexadecimal("applicationPassword", applicationPassword);
  }

  static Credentials random() {
    SecureRandom random = new SecureRandom();
    return new Credentials(password(random), password(random));
  }

  /** Not the passwords: records are printed easily. */
  @Override
  public String toString() {
    return "Credentials[hidden]";
  }

  private static String password(SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void requireHexadecimal(String name, String value) {
    // They are put into SQL as they are.
    if (!value.matches("[0-9a-f]{16,}")) {
      throw new IllegalArgumentException(name + ": must be 16 or more hexadecimal digits");
    }
  }
}
