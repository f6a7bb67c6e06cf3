package org.caretally.report.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Withheld;
import org.caretally.disclosure.Words;

/**
 * CSV: UTF-8 without a byte order mark, lines ended by LF, decimal points. A withheld number is an
 * empty cell; the status column says why. Words that a spreadsheet would run as a formula get an
 * apostrophe before them.
 */
public final class CsvExport implements Export {
  private static final String FORMULA = "=+-@\t\r";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  @Override
  public String extension() {
    return "csv";
  }

  @Override
  public void write(ProtectedTable table, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CSVPrinter printer = new CSVPrinter(writer, FORMAT);
    printer.printRecord(table.columns());
    for (Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells().size());
      for (Cell cell : row.cells()) {
        cells.add(text(cell));
      }
      printer.printRecord(cells);
    }
    printer.flush();
  }

  private static String text(Cell cell) {
    if (cell instanceof Withheld) {
      return "";
    }
    return cell instanceof Words words ? safe(words.text()) : cell.text();
  }

  /** Returns words that no spreadsheet takes for a formula. */
  static String safe(String words) {
    return !words.isEmpty() && FORMULA.indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
  }
}
