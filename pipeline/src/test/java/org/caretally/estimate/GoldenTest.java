package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Level;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The golden survey of 480 people, against values that R survey gave. */
@ExtendWith(Compared.class)
class GoldenTest {
  private static final double POINT = 1e-9;
  private static final double LIMIT = 1e-9;
  private static final List<String> ROLES = List.of("nurse", "social_worker", "support");
  private static final List<String> NUMBERS = List.of("phq", "gad", "isi", "audit", "hours");
  private static final List<Variable> VARIABLES =
      List.of(
          number("phq", 0, 27),
          number("gad", 0, 21),
          number("isi", 0, 28),
          number("audit", 0, 12),
          number("hours", 0, 100),
          Variable.yesNo("dep", "dep", Direction.WORSE),
          Variable.yesNo("anx", "anx", Direction.WORSE),
          Variable.levels("role", "role", ROLES.stream().map(r -> new Level(r, r)).toList()));
  private static final Cell ALL = Cell.EVERYBODY;

  private static Map<String, Double> expected;
  private static List<CSVRecord> people;

  private static Variable number(String id, long min, long max) {
    return Variable.number(id, id, 1, min, max, Direction.WORSE);
  }

  @BeforeAll
  static void read() throws IOException {
    Path folder = Path.of(System.getProperty("caretally.root"), "../shared/reference/golden");
    assumeTrue(Files.isDirectory(folder), "the golden survey is not on this machine");
    people = records(folder.resolve("golden_people.csv"));
    expected = new HashMap<>();
    for (CSVRecord r : records(folder.resolve("golden_expected.csv"))) {
      expected.put(r.get("key"), Double.valueOf(r.get("value")));
    }
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return parser.getRecords();
    }
  }

  private static List<Estimator> estimators(ProportionInterval interval) {
    List<Estimator> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(new Mean(i, VARIABLES.get(i)));
    }
    all.add(Proportion.ofCases(5, "dep", interval));
    all.add(Proportion.ofCases(6, "anx", interval));
    all.add(correlation(0, 1));
    all.add(correlation(0, 2));
    all.add(correlation(1, 4));
    return all;
  }

  private static Correlation correlation(int x, int y) {
    return new Correlation(x, VARIABLES.get(x), y, VARIABLES.get(y));
  }

  private static Layout layout(ProportionInterval interval, boolean persons) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(ALL, estimators(interval));
    for (String role : ROLES) {
      wanted.put(new Cell("role", role), estimators(interval));
    }
    return new Layout(wanted, persons);
  }

  private static Sampling survey(
      ProportionInterval interval, LonelyPsu lonely, boolean onlyA61, String fpc, boolean persons) {
    Layout layout = layout(interval, persons);
    Ledger ledger = new Ledger(layout);
    for (CSVRecord r : people) {
      String stratum = r.get("stratum");
      String agency = r.get("agency");
      if (onlyA61 && stratum.equals("6") && !agency.equals("A61")) {
        continue;
      }
      long[] row = row(r);
      int[] cells = {0, 1 + (int) row[7]};
      long weight = Weight.parse(r.get("w")).orElseThrow();
      ledger.add(new Stratum(stratum), agency, fpc, weight, cells, row);
    }
    return ledger.sampling(new Design(true, true, !persons, !fpc.isEmpty(), lonely));
  }

  private static long[] row(CSVRecord r) {
    long[] row = new long[8];
    for (int i = 0; i < 5; i++) {
      String text = r.get(NUMBERS.get(i));
      row[i] = text.isEmpty() || text.equals("NA") ? Missing.MARK : Long.parseLong(text);
    }
    row[5] = Long.parseLong(r.get("dep"));
    row[6] = Long.parseLong(r.get("anx"));
    row[7] = ROLES.indexOf(r.get("role"));
    return row;
  }

  private static Estimate of(Sampling sampling, Cell cell, Estimator estimator) {
    return estimator.estimate(sampling.of(cell, estimator));
  }

  private static Sampling standard() {
    return survey(ProportionInterval.KORN_GRAUBARD, LonelyPsu.FAIL, false, "", false);
  }

  private static void close(String key, double value, double tolerance) {
    double want = expected.get(key);
    String method = key.substring(0, key.indexOf('.'));
    Compared.same(
        new Compared.Source(method, "golden", "R 4, survey (golden file)"),
        key,
        want,
        value,
        tolerance);
  }

  @Test
  void means() {
    Sampling survey = standard();
    for (int i = 0; i < 5; i++) {
      String name = NUMBERS.get(i);
      Estimate e = of(survey, ALL, new Mean(i, VARIABLES.get(i)));
      close("mean." + name, e.value(), POINT);
      close("se." + name, e.standardError(), POINT);
      if (!name.equals("audit")) {
        close("ci_t." + name + ".1", e.interval().low(), LIMIT);
        close("ci_t." + name + ".2", e.interval().high(), LIMIT);
        close("deff_wr." + name, e.designEffect(), POINT);
      }
    }
    assertEquals(18, of(survey, ALL, new Mean(0, VARIABLES.get(0))).df());
  }

  @Test
  void prevalences() {
    for (ProportionInterval interval : ProportionInterval.values()) {
      Sampling survey = survey(interval, LonelyPsu.FAIL, false, "", false);
      if (interval == ProportionInterval.LIKELIHOOD) {
        continue; // R interpolates its profile; see IntervalTest
      }
      boolean own =
          interval == ProportionInterval.KORN_GRAUBARD || interval == ProportionInterval.WILSON;
      String id = interval == ProportionInterval.KORN_GRAUBARD ? "kg_nchs" : interval.id();
      String key = "ci_" + id + ".";
      String[] ends = own ? new String[] {".1", ".2"} : new String[] {".2.5%", ".97.5%"};
      for (String name : List.of("dep", "anx")) {
        Estimate e =
            of(survey, ALL, Proportion.ofCases(name.equals("dep") ? 5 : 6, name, interval));
        close("p." + name, e.value(), POINT);
        close("se_p." + name, e.standardError(), POINT);
        close("neff." + name, e.effectiveN(), POINT);
        close(key + name + ends[0], e.interval().low(), LIMIT);
        close(key + name + ends[1], e.interval().high(), LIMIT);
      }
    }
  }

  @Test
  void domains() {
    Sampling survey = standard();
    for (int i = 0; i < ROLES.size(); i++) {
      String role = ROLES.get(i);
      Estimator dep = Proportion.ofCases(5, "dep", ProportionInterval.KORN_GRAUBARD);
      Estimate e = of(survey, new Cell("role", role), dep);
      close("p_dep_by_role." + role, e.value(), POINT);
      close("se_dep_by_role." + (i + 1), e.standardError(), POINT);
      close("df_by_role." + role, e.df(), 0);
    }
  }

  @Test
  void correlations() {
    Sampling survey = standard();
    for (int[] pair : new int[][] {{0, 1}, {0, 2}, {1, 4}}) {
      Estimate e = of(survey, ALL, correlation(pair[0], pair[1]));
      String name = NUMBERS.get(pair[0]) + "_" + NUMBERS.get(pair[1]);
      close("corr." + name, e.value(), POINT);
      close("se_corr." + name, e.standardError(), POINT);
      close("ci_fisher_t." + name + ".1", e.interval().low(), LIMIT);
      close("ci_fisher_t." + name + ".2", e.interval().high(), LIMIT);
    }
  }

  @Test
  void rankCorrelations() {
    for (int[] pair : new int[][] {{0, 1}, {2, 4}}) {
      int x = pair[0];
      int y = pair[1];
      Spearman spearman = new Spearman(x, VARIABLES.get(x), y, VARIABLES.get(y));
      Ledger ledger = new Ledger(new Layout(Map.of(ALL, List.of(spearman)), false));
      for (CSVRecord r : people) {
        long weight = Weight.parse(r.get("w")).orElseThrow();
        Stratum stratum = new Stratum(r.get("stratum"));
        ledger.add(stratum, r.get("agency"), "", weight, new int[] {0}, row(r));
      }
      Design design = new Design(true, true, true, false, LonelyPsu.FAIL);
      Estimate e = of(ledger.sampling(design), ALL, spearman);
      String name = NUMBERS.get(x) + "_" + NUMBERS.get(y);
      close("spearman." + name, e.value(), POINT);
      close("se_spearman." + name, e.standardError(), POINT);
    }
  }

  @Test
  void finitePopulation() {
    for (String fpc : List.of("20", "0.2")) {
      Sampling survey = survey(ProportionInterval.KORN_GRAUBARD, LonelyPsu.FAIL, false, fpc, false);
      close("se_fpc.phq", of(survey, ALL, new Mean(0, VARIABLES.get(0))).standardError(), POINT);
    }
  }

  @Test
  void lonelyPsus() {
    for (LonelyPsu rule : List.of(LonelyPsu.REMOVE, LonelyPsu.ADJUST, LonelyPsu.AVERAGE)) {
      Sampling survey = survey(ProportionInterval.KORN_GRAUBARD, rule, true, "", false);
      String key = "lonely_" + rule.name().toLowerCase(java.util.Locale.ROOT) + ".se_mean_phq";
      close(key, of(survey, ALL, new Mean(0, VARIABLES.get(0))).standardError(), POINT);
    }
  }

  /** People as PSUs by second moments equals the same people each as a cluster of one. */
  @Test
  void peopleAsUnits() {
    Sampling moments = survey(ProportionInterval.KORN_GRAUBARD, LonelyPsu.FAIL, false, "300", true);
    Layout layout = layout(ProportionInterval.KORN_GRAUBARD, false);
    Ledger table = new Ledger(layout);
    for (CSVRecord r : people) {
      long[] row = row(r);
      int[] cells = {0, 1 + (int) row[7]};
      long weight = Weight.parse(r.get("w")).orElseThrow();
      table.add(new Stratum(r.get("stratum")), r.get("id"), "300", weight, cells, row);
    }
    Sampling units = table.sampling(new Design(true, true, true, true, LonelyPsu.FAIL));
    for (Cell cell : layout.cells()) {
      for (Estimator estimator : estimators(ProportionInterval.KORN_GRAUBARD)) {
        Estimate a = of(moments, cell, estimator);
        Estimate b = of(units, cell, estimator);
        assertEquals(b.value(), a.value(), 0.0, estimator.id());
        assertEquals(b.standardError(), a.standardError(), 1e-11 * b.standardError());
        assertEquals(b.df(), a.df());
        assertEquals(b.n(), a.n());
      }
    }
  }

  @Test
  void falseDiscovery() {
    double[] p = {
      expected.get("p_diff.12_13_23.1"),
      expected.get("p_diff.12_13_23.2"),
      expected.get("p_diff.12_13_23.3")
    };
    double[] adjusted = FalseDiscovery.adjusted(p);
    for (int i = 0; i < 3; i++) {
      close("p_bh.12_13_23." + (i + 1), adjusted[i], POINT);
    }
    assertTrue(Double.isNaN(FalseDiscovery.adjusted(new double[] {Double.NaN, 0.5})[0]));
  }
}
