package org.caretally.estimate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.Errors;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;

/**
 * A survey for which {@code scripts/reference/statistics.R} computed reference values. The first
 * four columns are the design; the others are whole numbers.
 */
final class ReferenceSurvey {
  private static final String SOFTWARE = "R 4.2.2, survey 4.1.1";
  private static final List<String> DATA =
      List.of("apistrat", "apiclus1", "nhanes", "scd", "items");
  private static final List<String> DESIGN = List.of("stratum", "psu", "w", "fpc");

  final String name;
  private final List<String> names = new ArrayList<>();
  private final List<Variable> variables = new ArrayList<>();
  private final List<CSVRecord> people;

  private ReferenceSurvey(String name, List<CSVRecord> people, List<String> header) {
    this.name = name;
    this.people = people;
    for (String column : header) {
      if (!DESIGN.contains(column)) {
        long max = people.stream().mapToLong(r -> number(r, column)).max().orElseThrow();
        names.add(column);
        variables.add(
            max == 1
                ? Variable.yesNo(column, column, Direction.WORSE)
                : Variable.number(column, column, 1, 0, max, Direction.WORSE));
      }
    }
  }

  static ReferenceSurvey read(String name) {
    try (CSVParser parser = parser(name)) {
      return new ReferenceSurvey(name, parser.getRecords(), parser.getHeaderNames());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CSVParser parser(String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    var stream = ReferenceSurvey.class.getResourceAsStream("/reference/" + name + ".csv");
    return CSVParser.parse(new InputStreamReader(stream, StandardCharsets.UTF_8), format);
  }

  /** Values by key. */
  static Map<String, Double> expected() {
    return expected("expected");
  }

  /** Values of another reference file by key. */
  static Map<String, Double> expected(String file) {
    try (CSVParser parser = parser(file)) {
      Map<String, Double> values = new HashMap<>();
      parser.forEach(r -> values.put(r.get("key"), Double.valueOf(r.get("value"))));
      return values;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fails unless a value is that of R, within a relative tolerance. */
  static void same(Map<String, Double> expected, String key, double value, double tolerance) {
    Double want = expected.get(key);
    if (want == null) {
      throw new AssertionError("no reference value " + key);
    }
    Compared.within(
        source(key), key, want, value, tolerance, tolerance * Math.max(Math.abs(want), 1e-6));
  }

  /** A key begins with the statistic; its data set is one of those that R's package ships. */
  private static Compared.Source source(String key) {
    String data = DATA.stream().filter(key::contains).findFirst().orElse("");
    String before = data.isEmpty() ? key : key.substring(0, key.indexOf(data) - 1);
    return new Compared.Source(before, data, SOFTWARE);
  }

  private static long number(CSVRecord record, String column) {
    String text = record.get(column);
    return text.isEmpty() ? Missing.MARK : Long.parseLong(text);
  }

  int position(String variable) {
    return names.indexOf(variable);
  }

  Variable variable(String variable) {
    return variables.get(position(variable));
  }

  /**
   * Returns the survey for estimating.
   *
   * @param group column whose codes make the cells {@code (group, code)}; empty for none
   * @param persons whether people are PSUs and kept as second moments
   */
  Sampling sampling(String group, boolean persons, List<Estimator> estimators) {
    return sampling(group, persons, true, Errors.linearised(), estimators);
  }

  /** The same by PSU, with errors from leaving out PSUs. */
  Sampling jackknife(String group, List<Estimator> estimators) {
    return sampling(group, false, true, Errors.jackknife(), estimators);
  }

  /** The same with everybody counting alike. */
  Sampling unweighted(List<Estimator> estimators) {
    return sampling("", false, false, Errors.linearised(), estimators);
  }

  private Sampling sampling(
      String group, boolean persons, boolean weighted, Errors errors, List<Estimator> estimators) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(Cell.EVERYBODY, estimators);
    for (int code = 0; !group.isEmpty() && code <= variable(group).max(); code++) {
      wanted.put(new Cell(group, Integer.toString(code)), estimators);
    }
    Ledger ledger = new Ledger(new Layout(wanted, persons));
    for (CSVRecord r : people) {
      long[] row = names.stream().mapToLong(n -> number(r, n)).toArray();
      int[] cells = group.isEmpty() ? new int[] {0} : new int[] {0, 1 + (int) row[position(group)]};
      long weight = weighted ? Weight.parse(r.get("w")).orElseThrow() : Weight.ONE;
      ledger.add(new Stratum(r.get("stratum")), r.get("psu"), r.get("fpc"), weight, cells, row);
    }
    boolean fpc = !people.get(0).get("fpc").isEmpty();
    return ledger.sampling(new Design(true, true, !persons, fpc, LonelyPsu.FAIL, errors));
  }

  /** Returns the weights of all people. */
  double[] weights() {
    return people.stream().mapToDouble(r -> Double.parseDouble(r.get("w"))).toArray();
  }

  /** Gives every person with the answers, in the order of the file. */
  void each(BiConsumer<WeightingTest.Person, long[]> use) {
    for (CSVRecord r : people) {
      Stratum stratum = new Stratum(r.get("stratum"));
      long weight = Weight.parse(r.get("w")).orElseThrow();
      use.accept(
          new WeightingTest.Person(stratum, r.get("psu"), r.get("fpc"), weight),
          names.stream().mapToLong(n -> number(r, n)).toArray());
    }
  }

  static Estimate of(Sampling sampling, Estimator estimator) {
    return estimator.estimate(sampling.of(Cell.EVERYBODY, estimator));
  }
}
