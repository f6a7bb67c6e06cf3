package org.caretally.report.export;

import java.io.IOException;
import java.io.OutputStream;
import org.caretally.disclosure.ProtectedTable;

/** A file format for protected tables. A new one is a class and a line in {@link Exports}. */
public interface Export {

  /** Returns how its files end, without the dot. */
  String extension();

  /**
   * Writes a table. The stream is flushed and stays open.
   *
   * @throws IOException if the stream fails
   */
  void write(ProtectedTable table, OutputStream out) throws IOException;
}
