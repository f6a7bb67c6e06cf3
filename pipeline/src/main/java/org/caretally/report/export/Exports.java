package org.caretally.report.export;

import java.util.List;

/** Every file format that tables are written in. */
public final class Exports {
  /** All of them. */
  public static final List<Export> ALL = List.of(new CsvExport());

  private Exports() {}
}
