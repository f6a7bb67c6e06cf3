package org.caretally;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** The shipped example file, read and scored by hand: an oracle that shares no code with us. */
final class ExampleSurvey {
  static final Path FOLDER = Path.of(System.getProperty("caretally.root"), "data", "example");
  static final Set<String> MISSING = Set.of("", "NA", "-99", "Prefer not to answer");
  static final List<String> PHQ =
      List.of("not at all", "several days", "more than half the days", "nearly every day");
  static final List<String> CBI =
      List.of("never/almost never", "seldom", "sometimes", "often", "always");
  static final List<String> DEGREE =
      List.of(
          "to a very low degree",
          "to a low degree",
          "somewhat",
          "to a high degree",
          "to a very high degree");
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "nearly everyday", "nearly every day",
          "over half the days", "more than half the days",
          "never or almost never", "never/almost never",
          "rarely", "seldom",
          "2-4 times per month", "2 to 4 times a month");

  private final Map<String, Integer> columns = new HashMap<>();
  final List<List<String>> rows;

  private ExampleSurvey(List<List<String>> lines) {
    lines.get(0).forEach(column -> columns.put(column, columns.size()));
    rows = lines.subList(1, lines.size());
  }

  static ExampleSurvey read() throws IOException {
    Path file = FOLDER.resolve("survey.csv");
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    return new ExampleSurvey(lines.stream().map(ExampleSurvey::split).toList());
  }

  /** Splits a line at commas outside quotes; the file holds no doubled quotes. */
  private static List<String> split(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** The answer in lower case, without outer blanks, in its usual spelling. */
  static String plain(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return SPELLINGS.getOrDefault(lower, lower);
  }

  String cell(List<String> row, String column) {
    Integer at = columns.get(column);
    if (at == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return row.get(at).strip();
  }

  /** A column as numbers, NaN where there is no answer; labels become their codes. */
  double[] numbers(String column) {
    return rows.stream().mapToDouble(row -> code(cell(row, column))).toArray();
  }

  private static double code(String text) {
    if (MISSING.contains(text)) {
      return Double.NaN;
    }
    String plain = plain(text);
    if (PHQ.contains(plain)) {
      return PHQ.indexOf(plain);
    }
    int step = Math.max(CBI.indexOf(plain), DEGREE.indexOf(plain));
    return step >= 0 ? 25.0 * step : Double.parseDouble(plain);
  }

  /**
   * Mean of the answered items of each person, NaN when too many are missing.
   *
   * @param items prefix of the columns, then item numbers
   * @param reversed items that count {@code ends - value}
   */
  double[] mean(String items, Set<Integer> reversed, double ends, int maxMissing) {
    String[] parts = items.split(" ", -1);
    double[] sum = new double[rows.size()];
    int[] answered = new int[rows.size()];
    for (int i = 1; i < parts.length; i++) {
      double[] item = numbers(parts[0] + parts[i]);
      boolean against = reversed.contains(Integer.valueOf(parts[i]));
      for (int r = 0; r < item.length; r++) {
        if (!Double.isNaN(item[r])) {
          sum[r] += against ? ends - item[r] : item[r];
          answered[r]++;
        }
      }
    }
    int least = parts.length - 1 - maxMissing;
    return IntStream.range(0, sum.length)
        .mapToDouble(r -> answered[r] >= least ? sum[r] / answered[r] : Double.NaN)
        .toArray();
  }

  /** Unweighted mean of one year; people without a value are left out. */
  double average(double[] values, int year) {
    String text = Integer.toString(year);
    return IntStream.range(0, values.length)
        .filter(r -> !Double.isNaN(values[r]) && cell(rows.get(r), "year").equals(text))
        .mapToDouble(r -> values[r])
        .average()
        .orElseThrow();
  }

  /** 100 where the test holds, 0 where not, NaN where there is no value. */
  static double[] percent(double[] values, DoublePredicate test) {
    return Arrays.stream(values)
        .map(v -> Double.isNaN(v) ? Double.NaN : test.test(v) ? 100 : 0)
        .toArray();
  }

  /** Pearson's r of the people who have both values. */
  static double correlation(double[] x, double[] y) {
    double n = 0;
    double[] s = new double[5];
    for (int r = 0; r < x.length; r++) {
      if (!Double.isNaN(x[r]) && !Double.isNaN(y[r])) {
        n++;
        s[0] += x[r];
        s[1] += y[r];
        s[2] += x[r] * x[r];
        s[3] += y[r] * y[r];
        s[4] += x[r] * y[r];
      }
    }
    double covariance = n * s[4] - s[0] * s[1];
    return covariance / Math.sqrt((n * s[2] - s[0] * s[0]) * (n * s[3] - s[1] * s[1]));
  }
}
