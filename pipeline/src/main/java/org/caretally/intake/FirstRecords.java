package org.caretally.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.intake.dialect.Top;

/** Cuts the beginning of a file into its first records. */
final class FirstRecords {
  private FirstRecords() {}

  /** Returns the first records; fewer when one cannot be parsed. The text is not blank. */
  static Top of(String text, char delimiter) {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), Delimiters.format(delimiter))) {
      for (CSVRecord row : parser) {
        if (row.size() > 1 || !row.get(0).isBlank()) {
          rows.add(row.stream().map(Header::clean).toList());
        }
        if (rows.size() == Top.MOST) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // What cannot be parsed is told where its end is looked for.
      rows.add(List.of());
    }
    return new Top(rows);
  }
}
