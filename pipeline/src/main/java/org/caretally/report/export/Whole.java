package org.caretally.report.export;

import java.io.IOException;
import java.io.OutputStream;

/** A file about all tables of a report. A new one is a class and a line in {@link Exports}. */
public interface Whole {

  /** Returns the name of its file, beside the report. */
  String name();

  /**
   * Writes the file. The stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  void write(Published report, OutputStream out) throws IOException;
}
