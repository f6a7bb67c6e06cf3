package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;

/**
 * Compares published numbers with reference answers and remembers how many there were and how far
 * apart they lay.
 */
final class Comparison {
  private static final String HEADER =
      "method,data,software,values,largest_absolute,largest_relative,tolerance";

  /** Relative difference allowed for estimates and standard errors. */
  static final double POINT = 1e-9;

  /** Relative difference allowed for limits of intervals. */
  static final double LIMIT = 1e-7;

  private final String name;
  private int count;
  private double largest;
  private String where = "none";

  Comparison(String name) {
    this.name = name;
  }

  /** Compares a whole number, which must agree. */
  void count(String what, int expected, String published) {
    count++;
    assertEquals(expected, Integer.parseInt(published), what);
  }

  /** Compares one number. */
  void close(String what, double expected, double published, double tolerance) {
    count++;
    double apart = Math.abs(published - expected) / (expected == 0 ? 1 : Math.abs(expected));
    if (apart > largest) {
      largest = apart;
      where = what;
    }
    assertEquals(expected, published, Math.abs(expected) * tolerance, what);
  }

  /** Compares one number of a row. */
  void close(String what, double expected, CSVRecord row, String column, double tolerance) {
    close(what + " " + column, expected, Double.parseDouble(row.get(column)), tolerance);
  }

  /**
   * Writes a summary like those of the estimators: data set, values compared, largest relative
   * difference, and where it lies.
   */
  void write() throws IOException {
    if (count > 0) {
      Path folder = Runs.ROOT.resolve("pipeline/target/comparisons");
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("summary-" + name + ".csv"),
          String.format(
              Locale.ROOT,
              "%s%n\"a whole run, largest at %s\",\"%s\",\"reference answers\",%d,,%.1e,%.0e%n",
              HEADER,
              where.replace("\"", ""),
              name,
              count,
              largest,
              LIMIT));
    }
  }
}
