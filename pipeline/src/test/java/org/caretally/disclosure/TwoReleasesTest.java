package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Two reports whose estimates are alike still tell about few people through every other table. */
class TwoReleasesTest {
  private static final String WAVE = "2026";

  private static Map<String, String> everybody() {
    return estimate("", "", "", "400");
  }

  private static Map<String, String> estimate(String domain, String level, String order, String n) {
    Map<String, String> row = new HashMap<>();
    row.put("wave", WAVE);
    row.put("domain", domain);
    row.put("level", level);
    row.put("level_order", order);
    row.put("measure", "m");
    row.put("scale", "m");
    row.put("status", "shown");
    row.put("n", n);
    row.put("estimate", "5.0");
    return row;
  }

  /** A row of a table with the same number everywhere. */
  private static Map<String, String> row(Kept kept, String n, String number) {
    Map<String, String> row =
        kept == Kept.ESTIMATES ? new HashMap<>(everybody()) : new HashMap<>(Map.of());
    kept.keys().forEach(k -> row.putIfAbsent(k, k.equals("wave") || k.equals("from") ? WAVE : "x"));
    kept.people().forEach(c -> row.put(c, n));
    kept.numbers().forEach(c -> row.put(c, number));
    if (kept.kind() == Kept.Kind.BINS) {
      row.put("bin_from", "");
      row.put("bin_below", "");
    }
    row.put("status", "shown");
    return row;
  }

  private static Map<String, List<Map<String, String>>> report(
      Kept kept, List<Map<String, String>> rows) {
    Map<String, List<Map<String, String>>> tables = new HashMap<>();
    tables.put("estimates", List.of(everybody()));
    tables.put(kept.table(), rows);
    return tables;
  }

  private static Set<String> telling(
      Kept kept, Map<String, String> one, Map<String, String> other, boolean sameData) {
    return TwoReports.telling(report(kept, List.of(one)), report(kept, List.of(other)), sameData);
  }

  @TestFactory
  Stream<DynamicTest> everyKeptTableTells() {
    return Stream.of(Kept.values())
        .map(kept -> DynamicTest.dynamicTest(kept.name(), () -> everyWayToTell(kept)));
  }

  private static void everyWayToTell(Kept kept) {
    boolean counts = kept.kind() == Kept.Kind.COUNTS;
    String was = counts ? "40" : "0.35";
    Map<String, String> one = row(kept, "395", was);
    assertEquals(Set.of(), telling(kept, one, one, false));
    assertEquals(Set.of(), telling(kept, one, one, true));
    Map<String, String> differs = row(kept, "395", counts ? "45" : "0.36");
    assertEquals(1, telling(kept, one, differs, false).size(), "a number that differs");
    boolean free = kept.kind() == Kept.Kind.MODELS;
    assertEquals(free ? 0 : 1, telling(kept, one, differs, true).size(), "of the same data");
    Map<String, String> hides = row(kept, "395", "");
    hides.put("status", counts ? "shown" : "confidential");
    assertEquals(1, telling(kept, one, hides, true).size(), "hidden in one of them");
    if (!counts) {
      Map<String, String> more = row(kept, "400", "0.36");
      assertEquals(1, telling(kept, one, more, true).size(), "of a few people more");
    }
    Map<String, String> many = row(kept, "250", counts ? "90" : "0.36");
    assertEquals(Set.of(), telling(kept, one, many, false), "of many people more");
  }

  private static List<Map<String, String>> bins(String n, String... edgesAndShares) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i < edgesAndShares.length; i += 2) {
      Map<String, String> row = row(Kept.DISTRIBUTIONS, n, edgesAndShares[i]);
      row.put("bin_from", edgesAndShares[i - 1]);
      row.put("bin_below", i + 1 < edgesAndShares.length ? edgesAndShares[i + 1] : "");
      rows.add(row);
    }
    return rows;
  }

  @Test
  void binsOfTheSamePeopleMustBeginAtTheSamePlaces() {
    Map<String, List<Map<String, String>>> one =
        report(Kept.DISTRIBUTIONS, bins("400", "", "0.40", "5", "0.60"));
    Map<String, List<Map<String, String>>> other =
        report(Kept.DISTRIBUTIONS, bins("400", "", "0.41", "6", "0.59"));
    assertEquals(Set.of("distributions 2026 x"), TwoReports.telling(one, other, true));
    assertEquals(Set.of(), TwoReports.telling(one, one, true));
  }

  /** 1,000 people and 600 of them, in bins that do not begin at the same places. */
  @Test
  void whatIsLeftOfABinMustBeMany() {
    Map<String, List<Map<String, String>>> all =
        of("1000", bins("1000", "", "0.300", "5", "0.300", "9", "0.400"));
    Map<String, List<Map<String, String>>> some = of("600", bins("600", "", "0.600", "9", "0.400"));
    assertEquals(Set.of(), TwoReports.telling(all, some, true));
    Map<String, List<Map<String, String>>> most = of("600", bins("600", "", "0.340", "9", "0.660"));
    assertEquals(Set.of("distributions 2026 x"), TwoReports.telling(all, most, true));
    assertEquals(Set.of("distributions 2026 x"), TwoReports.telling(most, all, true));
    assertEquals(Set.of(), TwoReports.telling(all, most, false), "other data, other people");
  }

  private static Map<String, List<Map<String, String>>> of(
      String n, List<Map<String, String>> bins) {
    Map<String, List<Map<String, String>>> tables = report(Kept.DISTRIBUTIONS, bins);
    tables.put("estimates", List.of(estimate("", "", "", n)));
    return tables;
  }

  private static Map<String, List<Map<String, String>>> bands(String... levelsAndPeople) {
    List<Map<String, String>> rows = new ArrayList<>(List.of(everybody()));
    for (int i = 0; i < levelsAndPeople.length; i += 2) {
      rows.add(estimate("load", levelsAndPeople[i], "" + i, levelsAndPeople[i + 1]));
    }
    return Map.of("estimates", rows);
  }

  @Test
  void fewPeopleBetweenTwoReportsBandsTell() {
    var one = bands("0 to below 20", "100", "20 to below 40", "200", "40 and over", "100");
    var near = bands("0 to below 21", "110", "21 to below 40", "190", "40 and over", "100");
    var far = bands("0 to below 25", "150", "25 to below 40", "150", "40 and over", "100");
    var coarse = bands("0 to below 40", "300", "40 and over", "100");
    assertEquals(Set.of("2026 load"), TwoReports.telling(one, near, false));
    assertTrue(TwoReports.telling(one, far, false).isEmpty());
    assertTrue(TwoReports.telling(one, coarse, false).isEmpty());
    var fewBelow = bands("2 to below 20", "95", "20 to below 41", "215", "41 and over", "85");
    assertEquals(Set.of("2026 load"), TwoReports.telling(one, fewBelow, false));
  }

  /** Nurse and midwife are shown together in one report, midwife and doctor in the other. */
  @Test
  void levelsThatAreJoinedInAnotherWayTell() {
    var one = bands("nurse+midwife", "200", "doctor", "200");
    var other = bands("nurse", "195", "midwife+doctor", "205");
    assertEquals(Set.of("2026 load"), TwoReports.telling(one, other, false));
  }
}
