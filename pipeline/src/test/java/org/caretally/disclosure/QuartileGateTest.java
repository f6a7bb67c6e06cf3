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
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Layout;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Mean;
import org.caretally.estimate.Quantile;
import org.junit.jupiter.api.Test;

/** A quartile, or a limit of it, with few people beyond is nearly one person's answer. */
class QuartileGateTest {

  private static ProtectedTable.Row row(int people, int percent, String profile) {
    Variable hours = Variable.number("hours", "hours", 1, 0, 1_000, Direction.WORSE);
    Mean mean = new Mean(0, hours);
    Quantile quantile = new Quantile(0, hours, percent);
    Ledger ledger =
        new Ledger(new Layout(Map.of(Cell.EVERYBODY, List.of(mean, quantile)), true, List.of()));
    for (int i = 0; i < people; i++) {
      ledger.add(new Stratum(""), "", "", Weight.ONE, new int[] {0}, new long[] {i});
    }
    Estimate estimate =
        quantile.estimate(
            ledger
                .sampling(new Design(false, false, false, false, LonelyPsu.FAIL))
                .of(Cell.EVERYBODY, quantile));
    Fact fact =
        new Fact(
            TableKind.SPREAD,
            Map.of(),
            estimate,
            Double.NaN,
            Map.of("n_answered", (long) people),
            Care.USUAL);
    return new Gate(Profile.of(profile, 11)).table(TableKind.SPREAD, List.of(fact)).rows().get(0);
  }

  @Test
  void aQuartileNeedsPeopleOnBothSidesOfItAndOfItsLimits() {
    for (int percent : new int[] {25, 75}) {
      ProtectedTable.Row few = row(40, percent, "standard");
      assertEquals("confidential", few.text("status"));
      assertFalse(few.shows("estimate") || few.shows("ci_low") || few.shows("n_answered"));
      assertTrue(row(40, percent, "public-use").shows("estimate"), "only the rule hides it");
      assertTrue(row(400, percent, "standard").shows("ci_low"));
    }
  }
}
