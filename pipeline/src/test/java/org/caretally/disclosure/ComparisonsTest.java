package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;
import org.junit.jupiter.api.Test;

/** What a comparison would give away of a group that is not shown. */
class ComparisonsTest {
  private static final Gate GATE = new Gate(Profile.of("standard", 11));

  private static Estimate estimate(String statistic, long n, long cases) {
    double none = Double.NaN;
    Interval interval = new Interval(0.1, 0.3, "t");
    return new Estimate(
        statistic, 0.2, 0.05, interval, 20, n, cases, none, none, 0.01, Reliability.FINE);
  }

  private static Fact fact(
      TableKind kind, String level, String against, String statistic, long n, long cases) {
    Map<String, String> words = new HashMap<>();
    words.put("wave", "2026");
    words.put("domain", "profession");
    words.put("level", level);
    words.put("against", against);
    words.put("measure", "phq9.total:screen_positive");
    words.put("result", "higher");
    Map<String, Long> counts = Map.of("n_group", n, "n_against", 500L);
    return new Fact(kind, words, estimate(statistic, n, cases), 0.02, counts, Care.USUAL);
  }

  private static ProtectedTable estimates(long smallGroup) {
    return GATE.table(
        TableKind.ESTIMATES,
        List.of(
            fact(TableKind.ESTIMATES, "nurse", "", "prevalence", 300, 60),
            fact(TableKind.ESTIMATES, "chaplain", "", "prevalence", smallGroup, 5)));
  }

  private static ProtectedTable differences(ProtectedTable estimates, Fact... facts) {
    return GATE.comparisons(TableKind.DIFFERENCES, List.of(facts), estimates);
  }

  private static Fact difference(String level, String against, long n, long cases) {
    return fact(TableKind.DIFFERENCES, level, against, "prevalence_difference", n, cases);
  }

  @Test
  void aComparisonOfShownGroupsIsShown() {
    ProtectedTable.Row row =
        differences(estimates(40), difference("nurse", "chaplain", 40, 5)).rows().get(0);
    assertEquals("shown", row.text("status"));
    assertEquals("higher", row.text("result"));
    assertEquals("0.20", row.text("estimate"));
    assertEquals("40", row.text("n_group"));
  }

  /** Whichever side the hidden group stands on, and whatever the comparison itself rests on. */
  @Test
  void aHiddenGroupHidesItsComparisons() {
    ProtectedTable hidden = estimates(9);
    for (Fact fact :
        List.of(
            difference("chaplain", "rest", 300, 50),
            difference("chaplain", "nurse", 300, 50),
            difference("nurse", "chaplain", 300, 50))) {
      ProtectedTable.Row row = differences(hidden, fact).rows().get(0);
      assertEquals("confidential", row.text("status"));
      for (String column :
          List.of("estimate", "ci_low", "p_value", "p_adjusted", "n_group", "df", "result")) {
        assertEquals("[c]", row.text(column), column);
      }
    }
    ProtectedTable.Row other =
        differences(hidden, difference("nurse", "rest", 300, 50)).rows().get(0);
    assertEquals("shown", other.text("status"));
  }

  /** A ratio with both shares gives the table of case by group: every cell of it must be large. */
  @Test
  void aSmallCellHidesRatios() {
    Fact few = fact(TableKind.DIFFERENCES, "nurse", "rest", "odds_ratio", 300, 2);
    assertEquals("confidential", differences(estimates(40), few).rows().get(0).text("status"));
    Fact enough = fact(TableKind.DIFFERENCES, "nurse", "rest", "odds_ratio", 300, 12);
    assertTrue(differences(estimates(40), enough).rows().get(0).shows("estimate"));
  }

  @Test
  void publicUseShowsAll() {
    Gate open = new Gate(Profile.of("public-use", 0));
    ProtectedTable all =
        open.table(
            TableKind.ESTIMATES,
            List.of(fact(TableKind.ESTIMATES, "chaplain", "", "prevalence", 2, 1)));
    ProtectedTable table =
        open.comparisons(TableKind.DIFFERENCES, List.of(difference("chaplain", "rest", 2, 1)), all);
    assertEquals("shown", table.rows().get(0).text("status"));
  }
}
