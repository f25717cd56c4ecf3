package dev.harness.cli;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.impl.exec.ExecPty;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/**
 * The terminal that standard error is. Asked by the system's own commands, which need no native
 * library and change nothing: so there is nothing to give back.
 */
final class Tty {
  /** What a terminal has that does not know its size. */
  private static final Size USUAL = Size.of(80, 24);

  private final Pty pty;
  private volatile Size size = USUAL;

  private Tty(Pty pty) {
    this.pty = pty;
  }

  /**
   * Empty where standard error is no terminal, or one on which lines cannot be drawn in place.
   *
   * @param type the value of {@code TERM}; empty if unset
   */
  static Optional<Tty> onStandardError(String type) {
    var provider = new ExecTerminalProvider();
    if (type.isEmpty()
        || type.equals("dumb")
        || !provider.isPosixSystemStream(SystemStream.Error)) {
      return Optional.empty();
    }
    try {
      var tty = new Tty(ExecPty.current(provider, SystemStream.Error));
      tty.measure();
      return Optional.of(tty);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Asks for the size again; where it is not told, it stays. */
  void measure() {
    try {
      Size now = pty.getSize();
      size = now.getColumns() > 0 && now.getRows() > 0 ? now : USUAL;
    } catch (IOException e) {
      // The terminal may be on its way out; what is drawn then nobody sees.
    }
  }

  int columns() {
    return size.getColumns();
  }

  int rows() {
    return size.getRows();
  }
}
