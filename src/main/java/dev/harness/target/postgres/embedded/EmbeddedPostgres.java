package dev.harness.target.postgres.embedded;

import dev.harness.time.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A PostgreSQL server of our own: started, owned and removed by this process.
 *
 * <p>It listens on 127.0.0.1 only, every role needs a password, and the passwords are new for each
 * server. It dies with this process, however that dies, and its directory goes with it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int PORTS_TRIED = 5;

  private final Server server;
  private final ServerDirectory directory;
  private final ServerSettings settings;
  private final Credentials credentials;
  private final FirstVisit facts;
  private boolean closed;

  private EmbeddedPostgres(
      Server server,
      ServerDirectory directory,
      ServerSettings settings,
      Credentials credentials,
      FirstVisit facts) {
    this.server = server;
    this.directory = directory;
    this.settings = settings;
    this.credentials = credentials;
    this.facts = facts;
  }

  /**
   * Starts a server and waits until it accepts connections. Blocks for about a second: call it from
   * a worker or main thread.
   *
   * @throws EmbeddedPostgresException with one line that says what is wrong, where, and what to do
   */
  public static EmbeddedPostgres start(EmbeddedPostgresOptions options, Ticker ticker) {
    Deadline deadline = Deadline.after(options.startTimeout(), ticker);
    Archive archive = archiveFor(Platform.current());
    int user = ownUser();
    StaleDirectories.sweep(options.directories(), user);
    ServerDirectory directory = ServerDirectory.create(options.directories(), user);
    Server server = guard(directory, options, ticker);
    try {
      Installation.into(directory, archive);
      ServerSettings settings = launch(server, directory.layout(), options, deadline);
      Credentials credentials = Credentials.random();
      FirstVisit facts = FirstVisit.make(directory.layout(), settings, credentials, deadline);
      return new EmbeddedPostgres(server, directory, settings, credentials, facts);
    } catch (IOException e) {
      server.remove();
      throw new EmbeddedPostgresException("cannot fill " + directory.layout().root(), e);
    } catch (RuntimeException e) {
      // To remove it there is some waiting to do, which an interrupt would cut short.
      boolean interrupted = Thread.interrupted();
      server.remove();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      throw e;
    }
  }

  private static Archive archiveFor(Platform platform) {
    if (!platform.hasPosixShell()) {
      throw new EmbeddedPostgresException("not available on Windows, which lacks a POSIX shell");
    }
    return Archive.server(platform);
  }

  private static int ownUser() {
    return ShortCommand.userId(List.of("id", "-u"))
        .orElseThrow(() -> new EmbeddedPostgresException("the command 'id -u' does not work"));
  }

  private static Server guard(
      ServerDirectory directory, EmbeddedPostgresOptions options, Ticker ticker) {
    try {
      return Server.in(directory, options, ticker);
    } catch (IOException e) {
      directory.discard();
      throw new EmbeddedPostgresException("cannot run its watchdog, a script for 'sh'", e);
    }
  }

  /** A free port may be taken before the server has it; then another one is tried. */
  private static ServerSettings launch(
      Server server, Layout layout, EmbeddedPostgresOptions options, Deadline deadline)
      throws IOException {
    for (int tries = 0; tries < PORTS_TRIED; tries++) {
      ServerSettings settings = new ServerSettings(freePort(), options.maxConnections());
      settings.writeForSetup(layout);
      if (server.launch(deadline)) {
        return settings;
      }
    }
    throw new EmbeddedPostgresException(
        "another program took each of the " + PORTS_TRIED + " ports that it tried");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }

  /** Always 127.0.0.1. */
  public String host() {
    return HOST;
  }

  /** The TCP port; the same after a restart. */
  public int port() {
    return settings.port();
  }

  /** The database to work in. */
  public String database() {
    return Credentials.DATABASE;
  }

  /**
   * A second database, for a control connection of the owner which reads the statistics of the
   * first without being counted in them.
   */
  public String controlDatabase() {
    return Credentials.CONTROL_DATABASE;
  }

  /**
   * Owns both databases, may make schemas and roles, and reads all statistics ({@code pg_monitor});
   * no superuser.
   */
  public String ownerUser() {
    return Credentials.OWNER;
  }

  /** The owner's password. */
  public String ownerPassword() {
    return credentials.ownerPassword();
  }

  /** May connect to the first database and owns nothing; what it may use, the owner grants. */
  public String applicationUser() {
    return Credentials.APPLICATION;
  }

  /** The application's password. */
  public String applicationPassword() {
    return credentials.applicationPassword();
  }

  /** Such as {@code 18.6}. */
  public String version() {
    return facts.version();
  }

  /** Every setting that differs from PostgreSQL's own default, in the order of their names. */
  public Map<String, String> changedSettings() {
    return new TreeMap<>(facts.changedSettings());
  }

  /** Where the server lives, until it is closed. */
  public Path directory() {
    return directory.layout().root();
  }

  /**
   * The type of the file system that holds the data, such as {@code ext4}. On {@code tmpfs} a
   * durable commit waits for no disk, and a report has to say so.
   */
  public String fileSystem() {
    return CandidateDirectories.fileSystem(directory());
  }

  /**
   * Stops the server and starts it again, on the same port and data. Connections are cut; what was
   * committed is kept. Blocks until it accepts connections.
   *
   * @throws EmbeddedPostgresException when it does not stop or start in time
   */
  public void restart() {
    server.restart();
  }

  /** The process id of the server; another one after a restart. */
  public long pid() {
    return server.pid();
  }

  /** Stops the server and removes its directory. A second call does nothing. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      server.remove();
    }
  }
}
