package org.caretally.house.planted.instrument;

import org.caretally.house.planted.app.Upstairs;

/** Uses a room that is not below it. */
public final class Climber {
  private final Upstairs upstairs = new Upstairs();

  /** Reaches up. */
  public Upstairs upstairs() {
    return upstairs;
  }
}
