package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The golden case of two years in which the same agencies answer, against R survey. */
@ExtendWith(Compared.class)
class GoldenYearsTest {
  private static final Estimator MEAN =
      new Mean(0, Variable.number("x", "x", 1, 0, 1000, Direction.BETTER));

  private static Sampling year(String year) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Ledger ledger = new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(MEAN)), false));
    var stream = GoldenYearsTest.class.getResourceAsStream("/reference/golden-years.csv");
    try (CSVParser parser =
        CSVParser.parse(new InputStreamReader(stream, StandardCharsets.UTF_8), format)) {
      for (CSVRecord r : parser) {
        if (r.get("year").equals(year)) {
          long weight = Weight.parse(r.get("w")).orElseThrow();
          long[] row = {Long.parseLong(r.get("x"))};
          ledger.add(new Stratum(""), r.get("psu"), "", weight, new int[] {0}, row);
        }
      }
    }
    return ledger.sampling(new Design(true, false, true, false, LonelyPsu.FAIL));
  }

  private static Estimate change(Waves waves) {
    return Change.of(MEAN, Cell.EVERYBODY, Change.Question.STEP, waves, new double[] {0, 1});
  }

  @Test
  void theErrorOfTheChangeIsThatOfAgenciesFoundAgain() throws IOException {
    Map<String, Double> expected = ReferenceSurvey.expected("golden-years-expected");
    List<Sampling> two = List.of(year("1999"), year("2000"));
    Estimate same = change(Waves.sharing(two));
    Estimate fresh = change(Waves.fresh(two));
    equal(expected, "same", same);
    equal(expected, "fresh", fresh);
    // by another road: the mean change of the members
    assertEquals(expected.get("change.members"), same.value(), 1e-9);
    assertEquals(expected.get("se.members"), same.standardError(), 1e-9);
    assertTrue(fresh.standardError() > 10 * same.standardError());
  }

  private static void equal(Map<String, Double> expected, String key, Estimate change) {
    close(expected, "change." + key, change.value());
    close(expected, "se." + key, change.standardError());
    close(expected, "df." + key, change.df());
  }

  private static void close(Map<String, Double> expected, String key, double value) {
    Compared.same(
        new Compared.Source(key, "golden years", "R 4.2.2, survey 4.1.1"),
        key,
        expected.get(key),
        value,
        1e-9);
  }
}
