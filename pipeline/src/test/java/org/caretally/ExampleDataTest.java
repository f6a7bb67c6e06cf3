package org.caretally;

import static org.caretally.ExampleSurvey.MISSING;
import static org.caretally.ExampleSurvey.correlation;
import static org.caretally.ExampleSurvey.percent;
import static org.caretally.ExampleSurvey.plain;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example is what its README says, counted by hand and without the pipeline. */
class ExampleDataTest {
  private static final String TRAUMA = "proqol5_ 2 5 7 9 11 13 14 23 25 28";
  private static final String BURNOUT = "proqol5_ 1 4 8 10 15 17 19 21 26 29";
  private static final String DEPRESSION = "phq9_ 1 2 3 4 5 6 7 8 9";

  /** Prefix, first and last item, and the codes they may hold, one character each. */
  private static final String CODES =
      """
      mini_spin_ 1 3 01234
      phq_pd_ 1 15 01
      pss10_ 1 10 01234
      proqol5_ 1 30 12345
      vts_ 1 8 1234567
      cips_ 1 20 12345
      ucla3_ 1 3 123
      isi_ 1 7 01234
      ess_ 1 8 0123
      dast10_ 1 10 01
      boundary_ 1 6 01234
      maas15_ 1 15 123456
      req_detach_ 1 4 12345
      osss3_ 1 1 1234
      osss3_ 2 3 12345
      spos8_ 1 8 0123456
      psc4_ 1 4 12345""";

  private static ExampleSurvey survey;

  @BeforeAll
  static void read() throws IOException {
    survey = ExampleSurvey.read();
  }

  @Test
  void theGeneratorWritesTheShippedBytes(@TempDir Path out) throws Exception {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=tr",
                "-Duser.country=TR",
                ExampleSurvey.FOLDER.resolve("Generate.java").toString(),
                "--out",
                out.toString())
            .inheritIO()
            .start();
    assertEquals(0, made.waitFor());
    Path shipped = ExampleSurvey.FOLDER.resolve("survey.csv");
    assertEquals(-1L, Files.mismatch(shipped, out.resolve("survey.csv")), "first other byte");
  }

  @Test
  void everyAnswerIsOneThatItsInstrumentKnows() {
    Map<String, Set<String>> known = known();
    assertEquals(196, known.size());
    known.forEach(
        (column, texts) -> {
          Set<String> strange = new HashSet<>();
          for (List<String> row : survey.rows) {
            String text = survey.cell(row, column);
            if (!MISSING.contains(text) && !texts.contains(plain(text))) {
              strange.add(text);
            }
          }
          assertEquals(Set.of(), strange, column);
        });
  }

  @Test
  void numbersLieInTheirRanges() {
    Map<String, int[]> ranges = new HashMap<>();
    ranges.put("sleep_hours", new int[] {0, 24});
    ranges.put("caseload", new int[] {0, 150});
    ranges.put("weekly_hours", new int[] {0, 168});
    ranges.put("contact_hours", new int[] {0, 168});
    ranges.put("admin_hours", new int[] {0, 168});
    ranges.put("age", new int[] {18, 90});
    ranges.put("tenure_years", new int[] {0, 60});
    ranges.forEach(
        (column, range) -> {
          for (double value : survey.numbers(column)) {
            boolean inside = Double.isNaN(value) || (value >= range[0] && value <= range[1]);
            assertTrue(inside, column + " " + value);
          }
        });
  }

  @Test
  void theDesignIsCompleteAndTheSameEveryYear() {
    Map<String, Set<String>> agencies = new TreeMap<>();
    Map<String, Set<String>> inPopulation = new TreeMap<>();
    for (List<String> row : survey.rows) {
      double weight = Double.parseDouble(survey.cell(row, "weight"));
      assertTrue(weight >= 0.4 && weight <= 4, "weight " + weight);
      String stratum = survey.cell(row, "stratum");
      String agency = stratum + "/" + survey.cell(row, "agency");
      assertFalse(MISSING.contains(survey.cell(row, "agency")));
      agencies.computeIfAbsent(agency, a -> new HashSet<>()).add(survey.cell(row, "year"));
      inPopulation
          .computeIfAbsent(stratum, s -> new HashSet<>())
          .add(survey.cell(row, "agencies_in_stratum"));
    }
    assertEquals(90, agencies.size());
    agencies.values().forEach(years -> assertEquals(Set.of("2024", "2025", "2026"), years));
    assertEquals(8, inPopulation.size());
    inPopulation.values().forEach(sizes -> assertEquals(1, sizes.size()));
    assertEquals(
        223, inPopulation.values().stream().mapToInt(s -> Integer.parseInt(first(s))).sum());
  }

  @Test
  void duplicatesSkipsAndTheSmallGroupAreThere() {
    Map<String, List<List<String>>> byId = new HashMap<>();
    Map<String, Integer> peers = new TreeMap<>();
    int neverDrink = 0;
    for (List<String> row : survey.rows) {
      String id = survey.cell(row, "respondent_id");
      byId.computeIfAbsent(id, i -> new ArrayList<>()).add(row);
      if (survey.cell(row, "profession").equals("Peer support worker")) {
        peers.merge(survey.cell(row, "year"), 1, Integer::sum);
      }
      if (plain(survey.cell(row, "audit_c_1")).equals("never")) {
        neverDrink++;
        assertEquals("", survey.cell(row, "audit_c_2") + survey.cell(row, "audit_c_3"));
      }
    }
    assertTrue(neverDrink > 500, "people who never drink: " + neverDrink);
    assertEquals(Map.of("2024", 7, "2025", 9, "2026", 14), peers);
    List<List<List<String>>> twice = byId.values().stream().filter(r -> r.size() == 2).toList();
    assertEquals(9, twice.size());
    assertEquals(6, twice.stream().filter(r -> r.get(0).equals(r.get(1))).count());
    assertEquals(survey.rows.size() - 9, byId.size());
  }

  @Test
  void theYearsMoveAsPlanted() {
    double[] work = survey.mean("cbi_ 7 8 9 10 11 12 13", Set.of(13), 100, 3);
    double[] depressed =
        percent(survey.mean(DEPRESSION, Set.of(), 3, 2), mean -> mean * 9 >= 9.5 - 1e-9);
    double[] supervised = percent(survey.numbers("supervision"), often -> often >= 2);
    assertEquals(34.2, survey.average(work, 2024), 0.05);
    assertEquals(41.6, survey.average(work, 2025), 0.05);
    assertEquals(38.5, survey.average(work, 2026), 0.05);
    assertEquals(23.5, survey.average(depressed, 2024), 0.05);
    assertEquals(23.6, survey.average(depressed, 2025), 0.05);
    assertEquals(23.0, survey.average(depressed, 2026), 0.05);
    assertEquals(63, survey.average(supervised, 2024), 0.5);
    assertEquals(69, survey.average(supervised, 2025), 0.5);
    assertEquals(78, survey.average(supervised, 2026), 0.5);
  }

  @Test
  void theCorrelationsAreThePlantedOnes() {
    double[] trauma = survey.mean(TRAUMA, Set.of(), 6, 2);
    double[] burnout = survey.mean(BURNOUT, Set.of(1, 4, 15, 17, 29), 6, 2);
    double[] support = survey.mean("spos8_ 1 2 3 4 5 6 7 8", Set.of(2, 3, 5, 7), 6, 1);
    double[] anxiety = survey.mean("gad7_ 1 2 3 4 5 6 7", Set.of(), 3, 1);
    assertEquals(0.69, correlation(burnout, trauma), 0.02);
    assertEquals(0.52, correlation(burnout, survey.mean(DEPRESSION, Set.of(), 3, 2)), 0.02);
    assertEquals(0.46, correlation(burnout, anxiety), 0.02);
    assertEquals(0.16, correlation(trauma, survey.numbers("caseload")), 0.02);
    assertEquals(-0.17, correlation(trauma, support), 0.02);
    assertEquals(-0.26, correlation(trauma, survey.mean("osss3_ 1 2 3", Set.of(), 5, 0)), 0.02);
  }

  private static String first(Set<String> texts) {
    return texts.iterator().next();
  }

  /** The answers each column may hold, in lower case and usual spelling. */
  private static Map<String, Set<String>> known() {
    Map<String, Set<String>> known = new HashMap<>();
    for (String line : CODES.split("\n", -1)) {
      String[] part = line.split(" ", -1);
      Set<String> codes = Set.of(part[3].split("", 0));
      put(known, part[0], Integer.parseInt(part[1]), Integer.parseInt(part[2]), codes);
    }
    put(known, "phq9_", 1, 9, Set.copyOf(ExampleSurvey.PHQ));
    put(known, "gad7_", 1, 7, Set.copyOf(ExampleSurvey.PHQ));
    put(known, "cbi_", 1, 19, Set.copyOf(ExampleSurvey.CBI));
    put(known, "cbi_", 7, 9, Set.copyOf(ExampleSurvey.DEGREE));
    put(known, "cbi_", 14, 17, Set.copyOf(ExampleSurvey.DEGREE));
    String monthly = "monthly or less";
    String weekly = "2 to 3 times a week";
    String daily = "4 or more times a week";
    put(known, "audit_c_", 1, 1, Set.of("never", monthly, "2 to 4 times a month", weekly, daily));
    Set<String> glasses = Set.of("1 or 2", "3 or 4", "5 or 6", "7, 8, or 9", "10 or more");
    put(known, "audit_c_", 2, 2, glasses);
    Set<String> six =
        Set.of("never", "less than monthly", "monthly", "weekly", "daily or almost daily");
    put(known, "audit_c_", 3, 3, six);
    known.put("supervision", Set.of("0", "1", "2", "3", "4"));
    known.put("personal_therapy", Set.of("0", "1", "2"));
    known.put("caseload_manageable", Set.of("1", "2", "3", "4", "5"));
    known.put("expectations_manageable", Set.of("1", "2", "3", "4", "5"));
    return known;
  }

  private static void put(
      Map<String, Set<String>> known, String prefix, int from, int to, Set<String> texts) {
    for (int i = from; i <= to; i++) {
      known.put(prefix + i, texts);
    }
  }
}
