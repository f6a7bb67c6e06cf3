package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;
import org.junit.jupiter.api.Test;

/** What a change would give away of a wave that is not shown. */
class ChangesGateTest {
  private static final Gate GATE = new Gate(Profile.of("standard", 11));
  private static final String MEASURE = "phq9.total:screen_positive";

  private static Estimate estimate(String statistic, long n, long cases, Reliability how) {
    double none = Double.NaN;
    Interval interval = new Interval(0.1, 0.3, "t");
    return new Estimate(statistic, 0.2, 0.05, interval, 20, n, cases, none, none, 0.01, how);
  }

  private static Map<String, String> words(String wave) {
    return new HashMap<>(
        Map.of("wave", wave, "domain", "job", "level", "nurse", "measure", MEASURE));
  }

  private static Fact result(String wave, long n, Reliability how) {
    Estimate e = estimate("prevalence", n, n / 2, how);
    return new Fact(TableKind.ESTIMATES, words(wave), e, Double.NaN, Map.of(), Care.USUAL);
  }

  private static ProtectedTable estimates(long first, Reliability how) {
    return GATE.table(
        TableKind.ESTIMATES,
        List.of(
            result("2024", first, how),
            result("2025", 300, Reliability.FINE),
            result("2026", 300, Reliability.FINE)));
  }

  private static ProtectedTable.Row change(ProtectedTable estimates, String barred, String... of) {
    Map<String, String> words = words(of[of.length - 1]);
    words.put("from", of[0]);
    words.put("result", "higher");
    words.put("meaning", "worse");
    WavesUsed.put(words, List.of(of));
    if (!barred.isEmpty()) {
      words.put(WavesUsed.NOT_COMPARABLE, barred);
    }
    Estimate e = estimate("prevalence_change", 300, 60, Reliability.FINE);
    Fact fact = new Fact(TableKind.CHANGES, words, e, 0.02, Map.of(), Care.USUAL);
    return GATE.changes(List.of(fact), estimates).rows().get(0);
  }

  private static void hidden(ProtectedTable.Row row, String status, String mark) {
    assertEquals(status, row.text("status"));
    for (String column :
        List.of(
            "estimate",
            "std_error",
            "ci_low",
            "ci_high",
            "df",
            "n",
            "p_value",
            "p_adjusted",
            "result",
            "meaning")) {
      assertEquals(mark, row.text(column), column);
    }
  }

  @Test
  void aChangeBetweenShownWavesIsShown() {
    ProtectedTable.Row row = change(estimates(300, Reliability.FINE), "", "2024", "2025");
    assertEquals("shown", row.text("status"));
    assertEquals("higher", row.text("result"));
    assertEquals("worse", row.text("meaning"));
  }

  @Test
  void aHiddenWaveHidesEveryChangeAndTrendThatUsesIt() {
    ProtectedTable few = estimates(9, Reliability.FINE);
    hidden(change(few, "", "2024", "2025"), "confidential", "[c]");
    hidden(change(few, "", "2024", "2025", "2026"), "confidential", "[c]");
    assertEquals("shown", change(few, "", "2025", "2026").text("status"));
  }

  @Test
  void anUnreliableWaveHidesThemToo() {
    Reliability poor = new Reliability(Reliability.Grade.SUPPRESS, "wide");
    hidden(change(estimates(40, poor), "", "2024", "2025"), "unreliable", "[u]");
  }

  @Test
  void whatIsNotComparableSaysWhy() {
    ProtectedTable.Row row = change(estimates(300, Reliability.FINE), "reworded", "2024", "2025");
    hidden(row, "not_comparable", "[z]");
    assertEquals("reworded", row.text("reason"));
  }
}
