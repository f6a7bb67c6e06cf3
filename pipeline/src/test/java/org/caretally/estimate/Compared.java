package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Compares numbers with those of other software and remembers every comparison. After a test class
 * the rows are in {@code target/comparisons/<class>.csv}, and one line for each method and data set
 * in {@code target/comparisons/summary-<class>.csv}; {@code all.csv} has the lines of all of them.
 * No comparison may have a wider tolerance than {@link Bounds} says.
 *
 * <p>A class that compares says {@code @ExtendWith(Compared.class)}.
 */
final class Compared implements BeforeAllCallback, AfterAllCallback {
  private static final Path FOLDER = Path.of("target", "comparisons");
  private static final List<Row> ROWS = new ArrayList<>();
  private static boolean open;

  /**
   * Where a reference value comes from.
   *
   * @param method the statistic
   * @param data the data set
   * @param software other software with its version
   */
  record Source(String method, String data, String software) {}

  private record Row(
      Source source, String value, double expected, double actual, double tolerance) {
    double absolute() {
      return Math.abs(actual - expected);
    }

    double relative() {
      return expected == 0 ? absolute() : absolute() / Math.abs(expected);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ROWS.clear();
    open = true;
  }

  /**
   * Fails unless a number is that of other software.
   *
   * @param tolerance largest difference, relative to the expected value
   */
  static void same(Source source, String value, double expected, double actual, double tolerance) {
    within(source, value, expected, actual, tolerance, tolerance * Math.abs(expected));
  }

  /**
   * The same with a tolerance of its own.
   *
   * @param tolerance as it is written down
   * @param apart largest difference, in the unit of the number
   */
  static void within(
      Source source, String value, double expected, double actual, double tolerance, double apart) {
    if (!open) {
      throw new AssertionError("a class that compares needs @ExtendWith(Compared.class)");
    }
    if (tolerance > Bounds.of(source, value)) {
      throw new AssertionError("tolerance of " + value + " above " + Bounds.of(source, value));
    }
    ROWS.add(new Row(source, value, expected, actual, tolerance));
    assertEquals(expected, actual, apart, value);
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    open = false;
    if (ROWS.isEmpty()) {
      return;
    }
    List<String> all = new ArrayList<>();
    all.add("method,data,software,value,expected,actual,absolute,relative,tolerance");
    Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
    for (Row r : ROWS) {
      Source s = r.source;
      all.add(
          String.join(",", quoted(s.method), quoted(s.data), quoted(s.software), quoted(r.value))
              + String.format(
                  Locale.ROOT,
                  ",%s,%s,%.1e,%.1e,%.0e",
                  r.expected,
                  r.actual,
                  r.absolute(),
                  r.relative(),
                  r.tolerance));
      groups.computeIfAbsent(List.of(s.method, s.data), k -> new ArrayList<>()).add(r);
    }
    List<String> summary = new ArrayList<>();
    summary.add("method,data,software,values,largest_absolute,largest_relative,tolerance");
    groups.values().forEach(rows -> summary.add(summary(rows)));
    String name = context.getRequiredTestClass().getSimpleName();
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve(name + ".csv"), all);
    Files.write(FOLDER.resolve("summary-" + name + ".csv"), summary);
    join();
  }

  /** Writes the lines of all summaries there are into one table. */
  private static void join() throws IOException {
    List<Path> parts;
    try (Stream<Path> files = Files.list(FOLDER)) {
      parts =
          files.filter(f -> f.getFileName().toString().startsWith("summary-")).sorted().toList();
    }
    List<String> lines = new ArrayList<>();
    for (Path part : parts) {
      List<String> own = Files.readAllLines(part);
      lines.addAll(lines.isEmpty() ? own : own.subList(1, own.size()));
    }
    Files.write(FOLDER.resolve("all.csv"), lines);
  }

  private static String summary(List<Row> rows) {
    Source s = rows.get(0).source;
    return String.join(",", quoted(s.method), quoted(s.data), quoted(s.software))
        + String.format(
            Locale.ROOT,
            ",%d,%.1e,%.1e,%.0e",
            rows.size(),
            rows.stream().mapToDouble(Row::absolute).max().orElseThrow(),
            rows.stream().mapToDouble(Row::relative).max().orElseThrow(),
            rows.stream().mapToDouble(Row::tolerance).max().orElseThrow());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
