package dev.harness.target.postgres.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * As whom the server runs.
 *
 * @param prefix what to put before the server's command; empty to run it as ourselves
 * @param owner the user id that must own the data directory, where it is not our own
 */
record ServerUser(List<String> prefix, OptionalInt owner) {

  /** User ids 61184 to 65519 belong to no one: they are set aside for services made on the fly. */
  static final int LOWEST_FREE_ID = 61_184;

  static final int HIGHEST_FREE_ID = 65_519;

  private static final int NOBODY = 65_534;

  ServerUser {
    prefix = List.copyOf(prefix);
  }

  static ServerUser ourselves() {
    return new ServerUser(List.of(), OptionalInt.empty());
  }

  /**
   * The ways out of being root, best first: PostgreSQL refuses to run as root. An id of its own
   * keeps the server apart from everything else that runs as {@code nobody}. Each way replaces
   * itself by the server, so that the watchdog's signals reach it; {@code runuser} and {@code su}
   * do not.
   *
   * @param freeId an id that no one has, {@value #LOWEST_FREE_ID} to {@value #HIGHEST_FREE_ID}
   */
  static List<ServerUser> insteadOfRoot(int freeId) {
    if (freeId < LOWEST_FREE_ID || freeId > HIGHEST_FREE_ID) {
      throw new IllegalArgumentException(
          "freeId: %d; allowed are %d to %d".formatted(freeId, LOWEST_FREE_ID, HIGHEST_FREE_ID));
    }
    List<ServerUser> ways = new ArrayList<>();
    for (int id : new int[] {freeId, NOBODY}) {
      ways.add(with(id, "setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups"));
      ways.add(with(id, "chroot", "--userspec=" + id + ":" + id, "--groups=", "/"));
    }
    // In a user namespace of its own the server takes itself for nobody, and files stay root's.
    ways.add(new ServerUser(List.of("unshare", "-U"), OptionalInt.empty()));
    return List.copyOf(ways);
  }

  /** The command, run as this user. */
  List<String> run(String... command) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(command));
    return List.copyOf(all);
  }

  private static ServerUser with(int id, String... prefix) {
    return new ServerUser(List.of(prefix), OptionalInt.of(id));
  }
}
