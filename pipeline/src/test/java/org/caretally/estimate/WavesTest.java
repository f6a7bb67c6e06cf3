package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.Errors;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Change between waves: three waves of schools against R survey, identities and laws. */
@ExtendWith(Compared.class)
class WavesTest {
  private static final double POINT = 1e-9;
  private static final Variable X = Variable.number("x", "x", 1, 0, 1000, Direction.BETTER);
  private static final Variable BAD = Variable.yesNo("bad", "bad", Direction.WORSE);
  private static final Cell ELEMENTARY = new Cell("stype", "0");
  private static final Classes CLASSES = new Classes(List.of(new Classes.Margin(2, 3)), true);
  private static final double[] HEADS = {4400, 750, 1000, 0};
  private static final Classes MARGINS =
      new Classes(List.of(new Classes.Margin(2, 3), new Classes.Margin(3, 2)), false);

  /** Headcounts of each wave: kinds of school, then strata. */
  private static final Map<String, double[]> OWN =
      Map.of(
          "2019", new double[] {4400, 750, 1000, 0, 3100, 3050, 0},
          "2020", new double[] {4300, 800, 1100, 0, 3300, 2900, 0},
          "2022", new double[] {3900, 1000, 1400, 0, 2900, 3400, 0});

  private static final double[] YEARS = {2019, 2020, 2022};

  private static final Estimator MEAN = new Mean(0, X);
  private static final Estimator SHARE =
      Proportion.ofCases(1, "bad", ProportionInterval.KORN_GRAUBARD);

  private static final Map<String, List<CSVRecord>> WAVES = new TreeMap<>();

  /** How the waves are seen. */
  private record View(boolean persons, boolean fpc, Optional<Classes> classes, Errors errors) {
    static final View USUAL = new View(false, false, Optional.empty(), Errors.linearised());
  }

  @BeforeAll
  static void read() throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    var stream = WavesTest.class.getResourceAsStream("/reference/waves.csv");
    try (CSVParser parser =
        CSVParser.parse(new InputStreamReader(stream, StandardCharsets.UTF_8), format)) {
      parser.forEach(r -> WAVES.computeIfAbsent(r.get("wave"), k -> new ArrayList<>()).add(r));
    }
  }

  private static long[] row(CSVRecord r) {
    return new long[] {
      Long.parseLong(r.get("x")),
      Long.parseLong(r.get("bad")),
      Long.parseLong(r.get("stype")),
      r.get("stratum").equals("even") ? 0 : 1
    };
  }

  private static Sampling wave(String name, View view) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(Cell.EVERYBODY, List.of(MEAN, SHARE));
    wanted.put(ELEMENTARY, List.of(MEAN, SHARE));
    Ledger ledger = new Ledger(new Layout(wanted, view.persons(), List.of(), view.classes(), 0));
    double[] factors = view.classes().map(c -> factors(name, c)).orElse(new double[0]);
    for (CSVRecord r : WAVES.get(name)) {
      long[] row = row(r);
      long base = Weight.parse(r.get("w")).orElseThrow();
      long weight = view.classes().map(c -> Math.round(base * factors[c.of(row)])).orElse(base);
      int[] cells = row[2] == 0 ? new int[] {0, 1} : new int[] {0};
      String fpc = view.fpc() ? r.get("fpc") : "";
      Stratum stratum = new Stratum(r.get("stratum"));
      ledger.add(stratum, r.get("psu"), fpc, base, weight, new long[0], cells, row);
    }
    Design design =
        new Design(true, true, !view.persons(), view.fpc(), LonelyPsu.FAIL, view.errors());
    return ledger.sampling(design);
  }

  private static double[] factors(String name, Classes classes) {
    ClassTotals totals = new ClassTotals(classes.size());
    for (CSVRecord r : WAVES.get(name)) {
      totals.add(classes.of(row(r)), Weight.parse(r.get("w")).orElseThrow());
    }
    double[] heads = classes.crossed() ? HEADS : OWN.get(name);
    return Raking.factors(classes, totals, heads, 0, Double.POSITIVE_INFINITY).factors();
  }

  private static List<Sampling> samplings(View view, String... names) {
    return List.of(names).stream().map(n -> wave(n, view)).toList();
  }

  private void equalsReference(String label, View view, boolean shared) {
    Map<String, Double> expected =
        ReferenceSurvey.expected(label.equals("raked") ? "raked-waves-expected" : "waves-expected");
    for (Cell cell : List.of(Cell.EVERYBODY, ELEMENTARY)) {
      for (Estimator measure : List.of(MEAN, SHARE)) {
        String name = measure.equals(MEAN) ? ".x." : ".bad.";
        String key = label + name + cell.level() + ".";
        for (List<String> pair : List.of(List.of("2019", "2020"), List.of("2020", "2022"))) {
          List<Sampling> two = samplings(view, pair.get(0), pair.get(1));
          Waves waves = shared ? Waves.sharing(two) : Waves.fresh(two);
          Change.Question step = Change.Question.STEP;
          same(
              expected,
              key + String.join("-", pair),
              Change.of(measure, cell, step, waves, new double[] {0, 1}));
        }
        List<Sampling> all = samplings(view, "2019", "2020", "2022");
        Waves waves = shared ? Waves.sharing(all) : Waves.fresh(all);
        Change.Question linear = Change.Question.LINEAR;
        same(expected, key + "linear", Change.of(measure, cell, linear, waves, YEARS));
        Change.Question quadratic = Change.Question.QUADRATIC;
        same(expected, key + "quadratic", Change.of(measure, cell, quadratic, waves, YEARS));
      }
    }
  }

  private static void same(Map<String, Double> expected, String key, Estimate change) {
    close(expected, "change." + key, change.value());
    close(expected, "se." + key, change.standardError());
    if (expected.containsKey("df." + key)) {
      close(expected, "df." + key, change.df());
      close(expected, "p." + key, change.pValue());
    }
  }

  private static void close(Map<String, Double> expected, String key, double value) {
    String method = key.substring(0, key.indexOf('.', key.indexOf('.') + 1));
    Compared.same(
        new Compared.Source(method, "waves", "R 4.2.2, survey 4.1.1"),
        key,
        expected.get(key),
        value,
        POINT);
  }

  @Test
  void equalsR_whenTheSameAgenciesAnswer() {
    equalsReference("shared", View.USUAL, true);
  }

  @Test
  void equalsR_whenTheSameAgenciesOfAFinitePopulationAnswer() {
    equalsReference("finite", new View(false, true, Optional.empty(), Errors.linearised()), true);
  }

  @Test
  void equalsR_whenSamplesAreFresh() {
    equalsReference("fresh", View.USUAL, false);
  }

  @Test
  void equalsR_whenWeightedToHeadcounts() {
    Optional<Classes> cells = Optional.of(CLASSES);
    equalsReference("weighted", new View(false, false, cells, Errors.linearised()), true);
  }

  @Test
  void equalsR_whenEachWaveIsRakedToHeadcountsOfItsOwn() {
    Optional<Classes> margins = Optional.of(MARGINS);
    equalsReference("raked", new View(false, false, margins, Errors.linearised()), true);
  }

  @Test
  void wavesThatShareNobodyAreIndependent() {
    // strata of their own for each wave are what R does for fresh samples
    List<Sampling> two = samplings(View.USUAL, "2019", "2020");
    Estimate fresh =
        Change.of(
            MEAN, Cell.EVERYBODY, Change.Question.STEP, Waves.fresh(two), new double[] {0, 1});
    double sum = 0;
    for (Sampling one : two) {
      double se = MEAN.estimate(one.of(Cell.EVERYBODY, MEAN)).standardError();
      sum += se * se;
    }
    assertEquals(Math.sqrt(sum), fresh.standardError(), 1e-12);
  }

  @Test
  void ofACompletePanelTheErrorIsThatOfTheMeanChangeOfPeople() {
    // with the same people and weights the change is the mean of what each of them changed by
    List<CSVRecord> before = WAVES.get("2019");
    Ledger ledger = new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(MEAN)), false));
    Ledger[] both = {
      new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(MEAN)), false)),
      new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(MEAN)), false))
    };
    for (int i = 0; i < before.size(); i++) {
      long[] old = row(before.get(i));
      long[] now = row(WAVES.get("2020").get(i));
      long weight = Weight.parse(before.get(i).get("w")).orElseThrow();
      Stratum stratum = new Stratum(before.get(i).get("stratum"));
      String psu = before.get(i).get("psu");
      both[0].add(stratum, psu, "", weight, new int[] {0}, old);
      both[1].add(stratum, psu, "", weight, new int[] {0}, now);
      ledger.add(stratum, psu, "", weight, new int[] {0}, new long[] {now[0] - old[0], 0, 0});
    }
    Design design = new Design(true, true, true, false, LonelyPsu.FAIL);
    Estimate direct = MEAN.estimate(ledger.sampling(design).of(Cell.EVERYBODY, MEAN));
    List<Sampling> two = List.of(both[0].sampling(design), both[1].sampling(design));
    Estimate change =
        Change.of(
            MEAN, Cell.EVERYBODY, Change.Question.STEP, Waves.sharing(two), new double[] {0, 1});
    assertEquals(direct.value(), change.value(), 1e-9);
    assertEquals(direct.standardError(), change.standardError(), 1e-9);
    // to take such waves for fresh samples makes the error several times too large
    Estimate fresh =
        Change.of(
            MEAN, Cell.EVERYBODY, Change.Question.STEP, Waves.fresh(two), new double[] {0, 1});
    assertTrue(fresh.standardError() > 5 * change.standardError());
  }

  @Test
  void contrastsAreOrthogonal() {
    double[] linear = Change.Question.LINEAR.contrast(YEARS);
    double[] quadratic = Change.Question.QUADRATIC.contrast(YEARS);
    double product = 0;
    double sum = 0;
    for (int w = 0; w < YEARS.length; w++) {
      product += linear[w] * quadratic[w];
      sum += quadratic[w];
    }
    assertEquals(0, product, 1e-12);
    assertEquals(0, sum, 1e-12);
    assertArrayEquals(
        new double[] {.5, -1, .5},
        Change.Question.QUADRATIC.contrast(new double[] {0, 1, 2}),
        1e-12);
  }

  @Test
  void peopleWhoArePsusCannotBeMatched() {
    View persons = new View(true, false, Optional.empty(), Errors.linearised());
    List<Sampling> two = samplings(persons, "2019", "2020");
    assertThrows(IllegalArgumentException.class, () -> Waves.sharing(two));
  }
}
