package org.caretally.report.export;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Reads tables that were published, and writes small tables of facts about them. */
public final class PublishedCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private PublishedCsv() {}

  /** Returns the rows of a table, each from column to cell. */
  public static List<Map<String, String>> read(Path file) throws IOException {
    CSVFormat headed = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return headed.parse(reader).stream().map(CSVRecord::toMap).toList();
    }
  }

  /** Writes rows below their columns; no text can be taken for a formula. */
  public static void write(Writer file, List<String> columns, List<List<String>> rows)
      throws IOException {
    CSVPrinter out = FORMAT.print(file);
    out.printRecord(columns);
    for (List<String> row : rows) {
      out.printRecord(row.stream().map(PublishedCsv::safe).toList());
    }
    out.flush();
  }

  /** A negative number is no formula. */
  private static String safe(String cell) {
    return cell.matches("-[0-9.]+( to -?[0-9.]+)?") ? cell : CsvExport.safe(cell);
  }

  /** Writes one row below its columns. */
  public static void write(Path file, List<String> columns, List<String> row) throws IOException {
    try (CSVPrinter out = FORMAT.print(file, StandardCharsets.UTF_8)) {
      out.printRecord(columns);
      out.printRecord(row);
    }
  }
}
