package dev.harness.plan.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.harness.plan.scenario.DatabaseTls.Mode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTlsTest {
  private static final String URL = "postgresql://me:secret@db.test/mine";

  @TempDir private Path directory;

  @Test
  void saysHowMuchTlsThereMustBe() throws Exception {
    Path file = Files.writeString(directory.resolve("a ca.pem"), "");
    String roots = "sslrootcert=" + file.toString().replace(" ", "%20");
    var trusted = Optional.of(file);

    assertThat(DatabaseTls.of(URL)).isEqualTo(new DatabaseTls(Mode.DISABLE, Optional.empty()));
    assertThat(DatabaseTls.of(URL + "?sslmode=require"))
        .isEqualTo(new DatabaseTls(Mode.REQUIRE, Optional.empty()));
    assertThat(DatabaseTls.of(URL + "?application_name=a&sslmode=verify-full&" + roots))
        .isEqualTo(new DatabaseTls(Mode.VERIFY_FULL, trusted));
    assertThat(DatabaseTls.of(URL + "?sslmode=verify-ca&sslrootcert=system"))
        .isEqualTo(new DatabaseTls(Mode.VERIFY_CA, Optional.empty()));
    assertThat(DatabaseTls.of(URL + "?sslmode=require&" + roots))
        .as("whoever says whom to trust has it verified")
        .isEqualTo(new DatabaseTls(Mode.VERIFY_CA, trusted));
    assertThat(DatabaseTls.of(URL + "?" + roots))
        .isEqualTo(new DatabaseTls(Mode.VERIFY_FULL, trusted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sslmode=verify_full | sslmode is not \"verify_full\"; allowed: disable, allow, prefer,",
        "sslmode | sslmode is not \"\"; allowed: disable, allow, prefer,",
        "sslmode=verify-full | sslmode=verify-full takes sslrootcert=FILE,",
        "sslmode=require&sslrootcert=nosuch.pem | sslrootcert: nosuch.pem cannot be read",
        "sslcert=mine.pem | sslcert is not known; allowed of TLS: sslmode, sslrootcert"
      })
  void whatCannotBeIsToldWithWhatCan(String parameters, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatabaseTls.of(URL + "?" + parameters))
        .withMessageStartingWith(message)
        .withMessageNotContaining("secret");
  }

  @Test
  void aUrlSaysTheRestWithoutIt() {
    assertThat(DatabaseTls.without(URL)).isEqualTo(URL);
    assertThat(DatabaseTls.without(URL + "?sslmode=require")).isEqualTo(URL);
    assertThat(DatabaseTls.without(URL + "?options=a&sslmode=require&sslrootcert=b"))
        .isEqualTo(URL + "?options=a");
  }

  @Test
  void aFileIsFoundFromWhereThePlanStands() {
    Path plans = Path.of("/plans");

    assertThat(DatabaseTls.foundFrom(plans, URL)).isEqualTo(URL);
    assertThat(DatabaseTls.foundFrom(plans, URL + "?sslmode=require&sslrootcert=ca.pem"))
        .isEqualTo(URL + "?sslmode=require&sslrootcert=%2Fplans%2Fca.pem");
    assertThat(DatabaseTls.foundFrom(plans, URL + "?sslrootcert=system"))
        .isEqualTo(URL + "?sslrootcert=system");
  }
}
