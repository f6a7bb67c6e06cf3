package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Layout;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Model;
import org.caretally.estimate.ModelLine;
import org.caretally.estimate.Regression;
import org.caretally.estimate.Regressor;
import org.caretally.estimate.Sampling;
import org.junit.jupiter.api.Test;

/** Whoever knows the size of a group could find its cases from an odds ratio. */
class ModelGateTest {
  private static final int K = 11;
  private static final Care CARE = new Care(true, 0);

  private static ProtectedTable.Row row(String profile, Model.Kind kind, long... cells) {
    Variable sick = Variable.yesNo("case", "case", Direction.WORSE);
    Variable group = Variable.yesNo("group", "group", Direction.NEUTRAL);
    Model model = new Model("m", kind, 0, sick, List.of(new Regressor(1, group)));
    Mean mean = new Mean(0, sick);
    Ledger ledger =
        new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(mean)), true, List.of(model)));
    for (int i = 0; i < cells.length; i++) {
      long[] answers = {1 - i % 2, 1 - i / 2};
      LongStream.range(0, cells[i])
          .forEach(p -> ledger.add(new Stratum(""), "", "", Weight.ONE, new int[] {0}, answers));
    }
    Sampling sampling = ledger.sampling(new Design(false, false, false, false, LonelyPsu.FAIL));
    long df = sampling.of(Cell.EVERYBODY, mean).df();
    List<Fact> facts = new ArrayList<>();
    for (ModelLine line : Regression.of(model, sampling, df).lines()) {
      facts.add(
          new Fact(TableKind.MODELS, Map.of(), line.estimate(), line.adjustedP(), Map.of(), CARE));
    }
    return new Gate(Profile.of(profile, K)).table(TableKind.MODELS, facts).rows().get(0);
  }

  @Test
  void everyCellOfTheTableNeedsEnoughPeople() {
    for (Model.Kind kind : Model.Kind.values()) {
      assertTrue(row("standard", kind, 40, 60, 30, 70).shows("estimate"), kind + " open");
    }
    for (Model.Kind kind : List.of(Model.Kind.LOGISTIC, Model.Kind.PREVALENCE_RATIO)) {
      for (int small = 0; small < 4; small++) {
        long[] cells = {50, 50, 50, 50};
        cells[small] = K - 1;
        ProtectedTable.Row row = row("standard", kind, cells);
        for (String column :
            List.of("estimate", "std_error", "ci_low", "ci_high", "n", "p_value", "p_adjusted")) {
          assertFalse(row.shows(column), kind + " " + column + " cell " + small);
        }
        assertEquals("confidential", row.text("status"));
        assertTrue(row("public-use", kind, cells).shows("estimate"));
      }
    }
  }

  @Test
  void bothGroupsOfADifferenceNeedEnoughPeople() {
    assertFalse(row("standard", Model.Kind.LINEAR, 5, 5, 80, 80).shows("estimate"));
    assertFalse(row("standard", Model.Kind.LINEAR, 80, 80, 5, 5).shows("estimate"));
    assertTrue(row("standard", Model.Kind.LINEAR, 6, 5, 80, 80).shows("estimate"));
  }
}
