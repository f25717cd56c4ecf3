package dev.harness.host;

/** A JVM that waits until its standard input ends, and holds on to as much as it is told. */
final class SleepingJvm {
  private SleepingJvm() {}

  public static void main(String[] arguments) throws java.io.IOException {
    byte[] held = new byte[Integer.parseInt(arguments[0])];
    System.out.println("holding " + held.length);
    while (System.in.read() >= 0) {
      // Nobody is to send anything; the end is what counts.
    }
    System.out.println("held " + held.length);
  }
}
