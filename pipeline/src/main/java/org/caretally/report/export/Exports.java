package org.caretally.report.export;

import java.util.List;

/** Every file format that tables are written in. */
public final class Exports {
  /** Those with a file for each table. */
  public static final List<Export> ALL = List.of(new CsvExport());

  /** Those with a file for all tables. */
  public static final List<Whole> WHOLE = List.of(new ResultsJson(), new PackageJson());

  private Exports() {}
}
