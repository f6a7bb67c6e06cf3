package org.caretally.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caretally.instrument.Library;
import org.caretally.intake.Repair;
import org.caretally.intake.Step;
import org.caretally.problem.Problems;
import org.caretally.study.Mapping;
import org.caretally.study.Plan;
import org.caretally.study.Planner;
import org.caretally.study.StudyReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of cleaning alone and all together, on dirty surveys, against a slow oracle. */
class CleaningTest {
  private static final long SEED = 20261125L;
  private static final Map<String, String> RULES = new LinkedHashMap<>();

  static {
    RULES.put("preview", "preview: {column: status, refuse: [Survey Preview, Survey Test]}");
    RULES.put("unfinished", "unfinished: {column: finished, accept: [\"true\", \"1\"]}");
    RULES.put("consent", "consent: {column: consent, accept: [Yes]}");
    RULES.put("attention", "attention: [{column: check1, accept: [\"3\"]}]");
    RULES.put("duplicates", "duplicates: {columns: [\"p{1..10}\", \"g{1..7}\"]}");
    RULES.put("seconds", "speeders: {column: seconds, below: 60, below_median: 50%}");
    RULES.put(
        "times",
        "speeders: {start: start, end: end, pattern: \""
            + DirtySurvey.TIMES
            + "\", below: 60, below_median: 0.5}");
    RULES.put("eligible", "eligible: {where: [{variable: team, levels: [Red, Blue]}]}");
    RULES.put("minimum", "minimum_answered: 60%");
    RULES.put("straight", "straight_lining: [pss10]");
  }

  @TempDir static Path folder;
  private static SparkEngine engine;

  @BeforeAll
  static void start() {
    engine = SparkEngine.start(new Settings("local[2]", 3, folder, false));
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  private static String study(Set<String> rules) {
    StringBuilder text =
        new StringBuilder(
            """
            version: 1
            title: A dirty survey
            population: Nobody in particular
            file: survey.csv
            missing: [NA]
            columns:
              team: {levels: [Red, Blue, Green]}
              age: {number: {min: 18, max: 100, outside: %s}}
              years: {column: born, date: {pattern: yyyy-MM-dd, until: 2026-05-01}, number: {min: 18, max: 99, outside: missing}}
              hours: {column: minutes, number: {min: 0, max: 80, decimals: 2, factor: 0.0166667, outside: missing}}
              role:
                levels: [Nurse, Doctor, Chaplain, Other]
                merge: {Other: [Chaplain, Other]}
                recode:
                  map: {infirmiere: Nurse, r n: Nurse, MEDECIN: Doctor, Rather not say: ""}
                  fold: [case, spaces, accents, punctuation]
                  unmapped: other
                  other: Other
            instruments:
              pss10: "p{1..10}"
              gad7: "g{1..7}"
            domains: {team: team, role: role}
            clean:
            """
                .formatted(rules.contains("impossible") ? "set_aside" : "missing"));
    rules.forEach(r -> text.append("  ").append(RULES.getOrDefault(r, "")).append('\n'));
    return text.toString();
  }

  private static Outcome fold(Set<String> rules, List<String> rows) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yml"), study(rules));
    List<String> lines = new ArrayList<>(rows);
    lines.add(0, DirtySurvey.HEADER);
    Files.write(folder.resolve("survey.csv"), lines);
    Plan plan = Planner.plan(StudyReader.read(file), Library.builtIn(), new Problems());
    Outcome outcome = engine.fold(plan.coding());
    assertEquals(List.of(), outcome.problems());
    return outcome;
  }

  private static void check(Set<String> rules, long seed, List<String> rows) throws IOException {
    Outcome outcome = fold(rules, rows);
    CleanOracle oracle = new CleanOracle(rules, rows);
    Map<Long, String> found = new TreeMap<>();
    outcome.setAside().forEach((line, step) -> found.put(line, step.name()));
    String which = rules + ", seed " + seed;
    assertEquals(oracle.reasons(), found, which);
    assertEquals(rows.size(), outcome.flow().count(Step.READ), which);
    assertEquals(rows.size() - found.size(), (int) outcome.flow().count(Step.ANALYSED), which);
    assertTrue(outcome.flow().balanced(), which);
    assertEquals(
        outcome.flow().count(Step.ANALYSED),
        outcome.ledgers().values().stream().mapToLong(l -> l.people()).sum(),
        which);
    assertEquals(oracle.repairs(), repairs(outcome), which);
  }

  @SuppressWarnings("EnumOrdinal")
  private static Map<String, Long> repairs(Outcome outcome) {
    List<String> variables = List.of("team", "age", "years", "hours", "role");
    Map<String, Long> counts = new TreeMap<>();
    for (int i = 0; i < variables.size(); i++) {
      for (Repair repair : Repair.values()) {
        long count = outcome.repairs()[i][repair.ordinal()];
        if (count > 0) {
          counts.put(variables.get(i) + " " + repair, count);
        }
      }
    }
    return counts;
  }

  /**
   * Rows with the same answers differ at most in a preview and in a missing role, so that the
   * oracle can tell without a fingerprint which one stays.
   */
  private static List<String> rows(long seed) {
    Map<List<String>, String> first = new LinkedHashMap<>();
    List<String> all = new ArrayList<>();
    for (String row : DirtySurvey.rows(seed, 150)) {
      List<String> cells = List.of(row.split(",", -1));
      String kept = first.putIfAbsent(cells.subList(12, 29), row);
      if (kept == null) {
        all.add(row);
      } else {
        List<String> same = new ArrayList<>(List.of(kept.split(",", -1)));
        same.set(0, cells.get(0).startsWith("Survey") ? cells.get(0) : same.get(0));
        same.set(9, cells.get(9).equals(same.get(9)) ? same.get(9) : "");
        all.add(String.join(",", same));
      }
    }
    return all;
  }

  @Test
  void noRule() throws IOException {
    check(Set.of(), SEED, rows(SEED));
  }

  @Test
  void eachRuleAlone() throws IOException {
    Set<String> rules = new TreeSet<>(RULES.keySet());
    rules.add("impossible");
    for (String rule : rules) {
      check(Set.of(rule), SEED, rows(SEED));
    }
  }

  @Test
  void allTogetherAndAtRandom() throws IOException {
    Random random = new Random(SEED);
    Set<String> all = new TreeSet<>(RULES.keySet());
    all.add("impossible");
    all.remove("times");
    for (int i = 0; i < 12; i++) {
      Set<String> rules = new TreeSet<>(all);
      if (i > 0) {
        rules.removeIf(r -> random.nextInt(3) == 0);
      }
      if (i % 3 == 0) {
        rules.remove("seconds");
        rules.add("times");
      }
      check(rules, SEED + i, rows(SEED + i));
    }
  }

  /** Which of several copies stays depends on contents, so sums do not change with the order. */
  @Test
  void anyOrderGivesTheSameSums() throws IOException {
    Set<String> rules = new TreeSet<>(RULES.keySet());
    rules.remove("times");
    for (long seed = SEED; seed < SEED + 3; seed++) {
      List<String> rows = new ArrayList<>(DirtySurvey.rows(seed, 200));
      Outcome straight = fold(rules, rows);
      assertTrue(straight.flow().count(Step.SAME_ANSWERS) > 0);
      Collections.shuffle(rows, new Random(seed));
      Outcome shuffled = fold(rules, rows);
      assertEquals(straight.ledgers(), shuffled.ledgers(), "seed " + seed);
      for (Step step : Step.values()) {
        assertEquals(straight.flow().count(step), shuffled.flow().count(step), step + " " + seed);
      }
    }
  }

  /**
   * A date that becomes years is one of the variables, and the columns after it keep their place.
   */
  @Test
  void checkNamesEachUseWithItsOwnCodes() throws IOException {
    Path file = Files.writeString(folder.resolve("study.yml"), study(Set.of("consent")));
    Files.writeString(folder.resolve("survey.csv"), DirtySurvey.HEADER + "\n" + rows(SEED).get(0));
    Plan plan = Planner.plan(StudyReader.read(file), Library.builtIn(), new Problems());
    Map<String, String> coded = new LinkedHashMap<>();
    Mapping.of(plan).forEach(m -> coded.put(m.column(), m.coded()));
    assertTrue(coded.get("born").startsWith("a date written yyyy-MM-dd"), coded.toString());
    assertTrue(coded.get("minutes").startsWith("a number that, times"), coded.toString());
    assertTrue(coded.get("role").startsWith("one of Nurse"), coded.toString());
    assertTrue(coded.get("p1").startsWith("0 or"), coded.toString());
    assertTrue(coded.get("g7").startsWith("0 or"), coded.toString());
    assertEquals("text", coded.get("consent"));
  }

  /** The same survey in two files that are joined by a key. */
  @Test
  void twoFilesGiveWhatOneGives() throws IOException {
    Set<String> rules = new TreeSet<>(RULES.keySet());
    rules.remove("times");
    List<String> rows = rows(SEED);
    Outcome one = fold(rules, rows);
    List<String> left = new ArrayList<>(List.of("id," + upTo(DirtySurvey.HEADER, 12)));
    List<String> right = new ArrayList<>(List.of("id," + from(DirtySurvey.HEADER, 12)));
    for (int i = 0; i < rows.size(); i++) {
      left.add(i + "," + upTo(rows.get(i), 12));
      right.add(i + "," + from(rows.get(i), 12));
    }
    Collections.shuffle(right.subList(1, right.size()), new Random(SEED));
    Files.write(folder.resolve("left.csv"), left);
    Files.write(folder.resolve("right.csv"), right);
    String study =
        study(rules).replace("file: survey.csv", "files: [left.csv, right.csv]\nkey: id");
    Path file = Files.writeString(folder.resolve("joined.yml"), study);
    Plan plan = Planner.plan(StudyReader.read(file), Library.builtIn(), new Problems());
    Outcome two = engine.fold(plan.coding());
    assertEquals(List.of(), two.problems());
    // of rows that differ in the identifier only, another may be the one that stays
    assertEquals(one.ledgers(), two.ledgers());
    for (Step step : Step.values()) {
      assertEquals(one.flow().count(step), two.flow().count(step), step.name());
    }
  }

  private static String upTo(String row, int cells) {
    return String.join(",", List.of(row.split(",", -1)).subList(0, cells));
  }

  private static String from(String row, int cells) {
    List<String> all = List.of(row.split(",", -1));
    return String.join(",", all.subList(cells, all.size()));
  }
}
