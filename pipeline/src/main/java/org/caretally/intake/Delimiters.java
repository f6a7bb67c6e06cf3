package org.caretally.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds what separates the cells of a file, from its first lines. */
final class Delimiters {
  /** What survey platforms use. */
  static final List<Character> USUAL = List.of(',', ';', '\t', '|');

  private static final int ROWS = 20;

  private Delimiters() {}

  /**
   * Returns the delimiter for which most rows have as many cells as the header, and among those the
   * one that gives most cells; empty when none gives two.
   */
  static Optional<Character> find(String text) {
    return USUAL.stream()
        .map(d -> new Trial(d, cells(text, d)))
        .filter(t -> t.columns() > 1)
        .max(Comparator.comparingDouble(Trial::agreement).thenComparingInt(Trial::columns))
        .map(Trial::delimiter);
  }

  /** Returns how the words of a message name a delimiter. */
  static String name(char delimiter) {
    return delimiter == '\t' ? "TAB" : "\"" + delimiter + "\"";
  }

  static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }

  private record Trial(char delimiter, List<Integer> cells) {
    int columns() {
      return cells.isEmpty() ? 0 : cells.get(0);
    }

    double agreement() {
      return cells.stream().filter(n -> n == columns()).count() / (double) cells.size();
    }
  }

  /** Returns how many cells the first records have; shorter when one cannot be parsed. */
  private static List<Integer> cells(String text, char delimiter) {
    List<Integer> cells = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format(delimiter))) {
      for (CSVRecord row : parser) {
        cells.add(row.size());
        if (cells.size() > ROWS) {
          break;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // A wrong delimiter meets text after a closing quotation mark: what was counted is judged.
      return cells;
    }
    return cells;
  }
}
