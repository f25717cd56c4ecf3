package dev.harness.config;

import dev.harness.config.Located.Member;
import dev.harness.plan.scenario.Users;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code users} of a plan: how many, or the file of a feeder. */
final class UsersSection {
  private static final List<String> KEYS = List.of("count", "file");
  private static final int DEFAULT = 100;
  private static final int MOST = 100_000;

  private UsersSection() {}

  static Users read(Reader reader, @Nullable Member member, Surroundings around) {
    if (member == null) {
      return Users.of(DEFAULT);
    }
    if (member.value() instanceof Located.Numeric count) {
      return Users.of(reader.whole("users", count, 1, MOST));
    }
    if (!(member.value() instanceof Located.Struct)) {
      reader.problem(
          member.value().at(), "users is a number or an object, not " + member.value().kind());
      return Users.of(DEFAULT);
    }
    Fields users = Fields.of(reader, "users", member.value(), KEYS);
    if (users.has("count") == users.has("file")) {
      reader.problem(member.value().at(), "users has either a \"count\" or a \"file\"");
      return Users.of(DEFAULT);
    }
    Optional<Located.Text> file = users.text("file");
    return file.map(text -> fed(reader, text, around.resolve(text.value())))
        .orElseGet(() -> Users.of(users.whole("count", 1, MOST, DEFAULT)));
  }

  private static Users fed(Reader reader, Located.Text written, Path file) {
    try {
      return reader
          .made(written.at(), () -> Users.of(Feeder.read(file, written.value())))
          .orElse(Users.of(DEFAULT));
    } catch (InvalidFileException e) {
      String.valueOf(e.getMessage()).lines().forEach(line -> reader.problem(written.at(), line));
      return Users.of(DEFAULT);
    }
  }
}
