package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.estimate.Cell;
import org.caretally.estimate.DoseCurve;
import org.caretally.estimate.Form;
import org.caretally.estimate.Layout;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Model;
import org.caretally.estimate.Regression;
import org.caretally.estimate.Regressor;
import org.caretally.estimate.Sampling;
import org.junit.jupiter.api.Test;

/** A curve ends before it tells about the few people with the largest number. */
class CurveGateTest {
  private static final Care CARE = new Care(true, 0);
  private static final List<Double> KNOTS = List.of(10.0, 20.0, 30.0, 40.0);

  /** People at 10 to 29, many of them, and some at 45. */
  private static Map<String, ProtectedTable.Row> rows(Model.Kind kind, int far, String profile) {
    Variable dose = Variable.number("dose", "dose", 1, 0, 100, Direction.WORSE);
    boolean linear = kind == Model.Kind.LINEAR;
    Variable outcome =
        linear
            ? Variable.number("y", "y", 1, 0, 10, Direction.WORSE)
            : Variable.yesNo("y", "y", Direction.WORSE);
    Regressor curve = new Regressor(1, dose, new Form.Spline(1, KNOTS), -1);
    Model model = new Model("m", kind, 0, outcome, List.of(curve));
    Mean mean = new Mean(0, outcome);
    Ledger ledger =
        new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(mean)), true, List.of(model)));
    for (int i = 0; i < 400 + far; i++) {
      long y = linear ? (i * 7 + i / 11) % 10 : (i + i / 20) % 2;
      long[] row = {y, i < 400 ? 10 + i % 20 : 45};
      ledger.add(new Stratum(""), "", "", Weight.ONE, new int[] {0}, row);
    }
    Sampling sampling = ledger.sampling(new Design(false, false, false, false, LonelyPsu.FAIL));
    long df = sampling.of(Cell.EVERYBODY, mean).df();
    List<Fact> facts =
        DoseCurve.of(Regression.of(model, sampling, df)).stream()
            .map(
                p ->
                    new Fact(
                        TableKind.CURVES,
                        Map.of("at", Long.toString(Math.round(p.at()))),
                        p.estimate(),
                        Double.NaN,
                        Map.of(),
                        CARE))
            .toList();
    return new Gate(Profile.of(profile, 11))
        .table(TableKind.CURVES, facts).rows().stream()
            .collect(java.util.stream.Collectors.toMap(r -> r.text("at"), r -> r));
  }

  @Test
  void aPointNeedsPeopleNearIt() {
    for (Model.Kind kind : List.of(Model.Kind.LINEAR, Model.Kind.LOGISTIC)) {
      Map<String, ProtectedTable.Row> few = rows(kind, 10, "standard");
      assertTrue(few.get("20").shows("estimate"), kind + " in the middle");
      assertFalse(few.get("44").shows("estimate"), kind + " at the end");
      assertEquals("confidential", few.get("44").text("status"));
      assertFalse(few.get("44").shows("ci_high"));
      assertTrue(rows(kind, 60, "standard").get("44").shows("estimate"), kind + " enough");
      assertTrue(rows(kind, 10, "public-use").get("44").shows("estimate"), kind + " open");
    }
  }

  /** Places follow from knots and range: nobody can read the largest value from the last one. */
  @Test
  void placesDoNotDependOnData() {
    assertEquals(
        rows(Model.Kind.LINEAR, 0, "standard").keySet(),
        rows(Model.Kind.LINEAR, 60, "standard").keySet());
    Map<String, ProtectedTable.Row> rows = rows(Model.Kind.LOGISTIC, 60, "standard");
    assertTrue(rows.containsKey("10") && rows.containsKey("50") && !rows.containsKey("52"));
    for (ProtectedTable.Row row : rows.values()) {
      if (row.shows("ci_low")) {
        assertTrue(row.number("ci_low") >= 0 && row.number("ci_high") <= 1);
        assertTrue(row.number("ci_low") <= row.number("estimate"));
      }
    }
  }
}
