package org.caretally.house.planted.estimate;

/** Prints, reads the clock and remembers. */
public final class Gossip {
  private static int times = 0;

  private Gossip() {}

  /** Does what only app may do. */
  public static long gossip() {
    times++;
    System.out.println(times);
    return System.currentTimeMillis();
  }
}
