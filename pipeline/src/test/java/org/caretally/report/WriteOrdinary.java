package org.caretally.report;

import java.nio.file.Path;

/** Writes the ordinary report in a Java machine of its own. */
final class WriteOrdinary {
  private WriteOrdinary() {}

  /** Writes into the folder named by the first argument. */
  public static void main(String[] arguments) throws Exception {
    ReportWriter.write(Fixture.ordinary(), Path.of(arguments[0]));
  }
}
