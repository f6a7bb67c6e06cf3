package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors from replicate weights that come with the data: against R, and by laws. */
@ExtendWith(Compared.class)
class ReplicatesTest {
  private static final Map<String, Double> EXPECTED =
      ReferenceSurvey.expected("replicate-expected");
  private static final double POINT = 1e-9;
  private static final Cell ZERO = new Cell("g", "0");
  private static final Cell ONE = new Cell("g", "1");
  private static final Cell NOBODY = new Cell("g", "2");
  private static final Variable X = Variable.number("x", "x", 1, 0, 1000, Direction.WORSE);
  private static final Variable Y = Variable.number("y", "y", 1, 0, 4000, Direction.WORSE);
  private static final Mean MEAN = new Mean(0, X);
  private static final Proportion SHARE =
      Proportion.ofCases(2, "g", ProportionInterval.KORN_GRAUBARD);
  private static final Map<String, Estimator> ALL =
      Map.of(
          "mean", MEAN,
          "share", SHARE,
          "sd", new Spread(MEAN),
          "ratio", new Ratio(0, X, 1, Y),
          "r", new Correlation(0, X, 1, Y));

  private record Person(long weight, long[] replicates, int[] cells, long[] row) {}

  private static List<Person> people(String name) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    String file = "/reference/replicate-" + name + ".csv";
    try (CSVParser parser =
        CSVParser.parse(
            new InputStreamReader(
                ReplicatesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8),
            format)) {
      int size = parser.getHeaderNames().size() - 4;
      List<Person> people = new ArrayList<>();
      for (CSVRecord r : parser) {
        long[] replicates = new long[size];
        for (int i = 0; i < size; i++) {
          replicates[i] = Weight.parse(r.get("r" + (i + 1))).orElseThrow();
        }
        long[] row = {number(r, "x"), number(r, "y"), number(r, "g")};
        int[] cells = {0, 1 + (int) row[2]};
        people.add(new Person(Weight.parse(r.get("w")).orElseThrow(), replicates, cells, row));
      }
      return people;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long number(CSVRecord record, String column) {
    return Long.parseLong(record.get(column));
  }

  private static Ledger ledger(List<Person> people, int replicates) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    List.of(Cell.EVERYBODY, ZERO, ONE, NOBODY)
        .forEach(c -> wanted.put(c, List.copyOf(ALL.values())));
    Ledger ledger = new Ledger(new Layout(wanted, true, List.of(), Optional.empty(), replicates));
    for (Person p : people) {
      ledger.add(new Stratum(""), "", "", p.weight, p.weight, p.replicates, p.cells, p.row);
    }
    return ledger;
  }

  private static Sampling sampling(Ledger ledger, String name, int size, boolean mse) {
    List<Double> factors = Collections.nCopies(size, EXPECTED.get("rscales." + name));
    Errors errors =
        new Errors.Replicates(name, EXPECTED.get("scale." + name), factors, mse, size - 1);
    return ledger.sampling(new Design(true, false, false, false, LonelyPsu.FAIL, errors));
  }

  private static void same(String key, Estimate e) {
    ReferenceSurvey.same(EXPECTED, key, e.value(), POINT);
    String error = key.replaceFirst("\\.", "_se.");
    ReferenceSurvey.same(EXPECTED, error, e.standardError(), POINT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"brr", "fay", "jkn", "jk1", "bootstrap", "sdr"})
  void errorsEqualReference(String name) {
    List<Person> people = people(name);
    int size = people.get(0).replicates.length;
    Ledger ledger = ledger(people, size);
    for (boolean mse : new boolean[] {true, false}) {
      Sampling sampling = sampling(ledger, name, size, mse);
      String tag = mse ? name : name + "-mean";
      ALL.forEach((statistic, e) -> same(statistic + "." + tag, ReferenceSurvey.of(sampling, e)));
      List<Estimate> made =
          Difference.of(MEAN, List.of(sampling.of(ZERO, MEAN)), List.of(sampling.of(ONE, MEAN)));
      same("difference." + tag, made.get(0));
      assertEquals(size - 1, made.get(0).df());
    }
  }

  @Test
  void orderSplitAndPoolChangeNoBit() {
    List<Person> people = people("bootstrap");
    Ledger whole = ledger(people, 25);
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(3));
    Ledger merged =
        ledger(shuffled.subList(70, 200), 25).merge(ledger(shuffled.subList(0, 70), 25));
    assertEquals(whole, merged);
    Sampling one = sampling(whole, "bootstrap", 25, true);
    Sampling joint = sampling(whole.pooled(Map.of(ONE, ZERO)), "bootstrap", 25, true);
    for (Estimator e : ALL.values()) {
      assertEquals(
          e.estimate(one.of(Cell.EVERYBODY, e)),
          e.estimate(joint.of(ZERO, e)),
          "both groups are everybody");
    }
  }

  @Test
  void otherReplicatesMakeAnotherLedger() {
    List<Person> people = people("bootstrap");
    List<Person> changed = new ArrayList<>(people);
    Person first = people.get(0);
    long[] other = first.replicates.clone();
    other[3] += Weight.ONE;
    changed.set(0, new Person(first.weight, other, first.cells, first.row));
    assertNotEquals(ledger(people, 25), ledger(changed, 25));
  }

  /** JKn weights of a survey give the errors that its PSU totals give without them. */
  @Test
  void suppliedAndMadeReplicatesAgree() {
    ReferenceSurvey survey = ReferenceSurvey.read("scd");
    int at = survey.position("alive");
    Mean mean = new Mean(at, survey.variable("alive"));
    double made = ReferenceSurvey.of(survey.jackknife("", List.of(mean)), mean).standardError();
    Sampling supplied = sampling(ledger(people("jkn"), 6), "jkn", 6, true);
    assertEquals(made, ReferenceSurvey.of(supplied, MEAN).standardError(), 1e-12 * made);
  }

  @Test
  void nobodyHasNoNumber() {
    Sampling sampling = sampling(ledger(people("brr"), 4), "brr", 4, true);
    for (Estimator e : ALL.values()) {
      Estimate none = e.estimate(sampling.of(NOBODY, e));
      assertTrue(Double.isNaN(none.value()) && Double.isNaN(none.standardError()));
    }
  }

  /** A group that a replicate leaves out has no error there, and so none at all. */
  @Test
  void aReplicateWithoutPeopleLeavesNoError() {
    List<Person> people = new ArrayList<>();
    for (Person p : people("brr")) {
      int[] cells = p.replicates[0] == 0 ? p.cells : new int[] {0};
      people.add(new Person(p.weight, p.replicates, cells, p.row));
    }
    Sampling sampling = sampling(ledger(people, 4), "brr", 4, true);
    assertTrue(Double.isNaN(MEAN.estimate(sampling.of(ZERO, MEAN)).standardError()));
  }
}
