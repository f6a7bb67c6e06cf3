package org.caretally.report.export;

import java.util.List;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.report.page.ReportInput.Info;

/**
 * A report whose tables are written, for files that speak about all of them.
 *
 * @param info words about the study
 * @param licence licence under which the study publishes its tables; may be empty
 * @param tables the tables with the file of each
 */
public record Published(Info info, String licence, List<Table> tables) {

  /** Takes a copy. */
  public Published {
    tables = List.copyOf(tables);
  }

  /**
   * A table and its file.
   *
   * @param content what is in it, columns in the order of the file
   * @param path the CSV file, relative to the report
   * @param bytes size of the file
   * @param sha256 hash of the file, hexadecimal
   */
  public record Table(ProtectedTable content, String path, long bytes, String sha256) {}
}
