package dev.harness.target.postgres.embedded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection over the Unix socket, in the little of PostgreSQL's protocol (version 3.0, simple
 * queries) that setting the passwords takes. By hand, because a client library would want an event
 * loop and native code to use such a socket. Blocks; whoever opens it closes it from elsewhere when
 * it takes too long.
 */
final class SuperuserConnection implements Closeable {

  private static final int PROTOCOL_3_0 = 196_608;
  private static final int LARGEST_MESSAGE_BYTES = 1 << 20;

  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;

  private SuperuserConnection(SocketChannel channel) {
    this.channel = channel;
    this.in = new DataInputStream(Channels.newInputStream(channel));
    this.out = new DataOutputStream(Channels.newOutputStream(channel));
  }

  /** Connects to the server's socket, not yet to a database. */
  static SuperuserConnection open(Path socket) throws IOException {
    return new SuperuserConnection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
  }

  /** Enters a database as the role {@code postgres}. */
  void enter(String database) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(body);
    fields.writeInt(PROTOCOL_3_0);
    for (String text : List.of("user", "postgres", "database", database)) {
      fields.write(text.getBytes(StandardCharsets.UTF_8));
      fields.writeByte(0);
    }
    fields.writeByte(0);
    send(body.toByteArray());
    rowsUntilReady();
  }

  /**
   * Runs one or more statements.
   *
   * @return the rows of all of them, NULL as an empty text
   * @throws IOException with the server's message when one fails
   */
  List<List<String>> query(String sql) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(sql.getBytes(StandardCharsets.UTF_8));
    body.write(0);
    out.writeByte('Q');
    send(body.toByteArray());
    return rowsUntilReady();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void send(byte[] body) throws IOException {
    out.writeInt(body.length + Integer.BYTES);
    out.write(body);
    out.flush();
  }

  private List<List<String>> rowsUntilReady() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String error = "";
    while (true) {
      char type = (char) in.readUnsignedByte();
      DataInputStream message = message();
      switch (type) {
        case 'Z' -> {
          if (!error.isEmpty()) {
            throw new IOException(error);
          }
          return rows;
        }
        case 'D' -> rows.add(row(message));
        case 'E' -> {
          error = error(message);
          if (error.startsWith("FATAL")) {
            throw new IOException(error);
          }
        }
        case 'R' -> {
          if (message.readInt() != 0) {
            throw new IOException("the server asked for a password on its setup socket");
          }
        }
        default -> {}
      }
    }
  }

  private DataInputStream message() throws IOException {
    int length = in.readInt() - Integer.BYTES;
    if (length < 0 || length > LARGEST_MESSAGE_BYTES) {
      throw new IOException("not a message of PostgreSQL: " + length + " bytes");
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the server closed the connection");
    }
    return new DataInputStream(new ByteArrayInputStream(body));
  }

  private static List<String> row(DataInputStream message) throws IOException {
    List<String> row = new ArrayList<>();
    for (int columns = message.readUnsignedShort(); columns > 0; columns--) {
      int length = message.readInt();
      row.add(new String(message.readNBytes(Math.max(0, length)), StandardCharsets.UTF_8));
    }
    return row;
  }

  /** The severity and the text, out of fields that each begin with a letter and end with a zero. */
  private static String error(DataInputStream message) throws IOException {
    String severity = "";
    String text = "";
    for (String field :
        new String(message.readAllBytes(), StandardCharsets.UTF_8).split("\0", -1)) {
      if (field.startsWith("V")) {
        severity = field.substring(1);
      } else if (field.startsWith("M")) {
        text = field.substring(1);
      }
    }
    return severity + ": " + text;
  }
}
