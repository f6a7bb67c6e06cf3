package org.caretally.house.planted.app;

import org.apache.commons.csv.CSVFormat;
import org.caretally.house.planted.codebook.Climber;
import org.caretally.house.planted.disclosure.Publishable;

/** Keeps a library that lives in another room, and a cycle with everybody. */
public final class Upstairs {
  private final Climber climber = null;
  private final CSVFormat format = CSVFormat.DEFAULT;

  /** Makes a number that only the gate may make. */
  public Object forge() {
    return new Object[] {climber, format, new Publishable(1)};
  }
}
