package dev.harness.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A private authority and what it signs, by the JDK's {@code keytool}, in PEM. */
public final class Certificates {
  private static final String PASSWORD = "for-a-test";
  private static final String AUTHORITY = "ca";

  private final Path directory;

  private Certificates(Path directory) {
    this.directory = directory;
  }

  /** A new authority, {@code ca}, that keeps its files in that directory. */
  public static Certificates in(Path directory) throws Exception {
    var certificates = new Certificates(directory);
    certificates.make(AUTHORITY, "-100d", 200, "-ext", "bc:c");
    return certificates;
  }

  /**
   * Has a certificate for {@code localhost} signed.
   *
   * @param from when it holds, as {@code -2d}
   * @param days for which it holds from then on
   */
  public void sign(String name, String from, int days) throws Exception {
    make(name, from, days, "-signer", AUTHORITY, "-ext", "san=dns:localhost");
  }

  public Path certificate(String name) {
    return directory.resolve(name + ".pem");
  }

  public Path key(String name) {
    return directory.resolve(name + ".key.pem");
  }

  private void make(String name, String from, int days, String... more) throws Exception {
    Path store = directory.resolve("all.p12");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-startdate",
                from,
                "-validity",
                Integer.toString(days),
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError(said);
    }
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      write(certificate(name), "CERTIFICATE", keys.getCertificate(name).getEncoded());
      write(key(name), "PRIVATE KEY", keys.getKey(name, PASSWORD.toCharArray()).getEncoded());
    }
  }

  private static void write(Path file, String what, byte[] content) throws IOException {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
  }
}
