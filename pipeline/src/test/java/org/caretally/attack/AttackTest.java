package org.caretally.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.caretally.attack.MadeSurvey.Group;
import org.caretally.attack.MadeSurvey.Truth;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.TableKind;
import org.caretally.disclosure.Tally;
import org.caretally.report.ReportWriter;
import org.caretally.report.page.ReportInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published files are attacked; nothing hidden may be found. */
class AttackTest {
  private static final int[] SIZES = {60, 90, 120, 180, 250, 400, 640, 1000, 2000, 6000, 20_000};
  private static final double[] TEAM = {.45, .3, .15, .06, .03, .01};
  private static final double[] SEX = {.6, .38, .02};
  private static final double[] AGE = {.3, .4, .25, .05};

  @TempDir Path folder;

  private int hidden;
  private int attacked;
  private int dropped;
  private double narrowest = Double.MAX_VALUE;
  private final List<String> found = new ArrayList<>();

  /** Writes a report and returns its table of estimates as a reader has it. */
  private List<CSVRecord> publish(MadeSurvey survey, Profile profile, String name)
      throws IOException {
    Gate gate = new Gate(profile, survey.inside());
    Map<TableKind, ProtectedTable> tables = gate.tables(survey.facts());
    Path out = Files.createDirectories(folder.resolve(name));
    ReportWriter.write(input(tables, gate, profile), out);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    Path file = out.resolve("tables/estimates.csv");
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      return new ArrayList<>(parser.getRecords());
    }
  }

  private static ReportInput input(
      Map<TableKind, ProtectedTable> tables, Gate gate, Profile profile) {
    ReportInput.Info info =
        new ReportInput.Info(
            "Made up",
            "Nobody",
            "",
            "",
            "",
            OptionalLong.empty(),
            List.of("2026"),
            profile.name(),
            profile.k(),
            "None.",
            "Wilson",
            List.of("A help line"),
            List.of(),
            List.of(),
            List.of(),
            "0",
            "0");
    return new ReportInput(
        info,
        tables.get(TableKind.ESTIMATES),
        tables.get(TableKind.BANDS),
        tables.get(TableKind.CORRELATIONS),
        none(gate, "flow", "step,label,kind,rows"),
        none(gate, "scales", "measure,label,complete,prorated,unscorable,blank"),
        none(gate, "coverage", "construct,label,kind,measured_by,measure,n,topic,bands,source"),
        none(
            gate,
            "instruments",
            "id,title,version,items,recall,scoring,missing_rule,cutoffs,licence,citation,changes"),
        new ReportInput.Items(
            tables.get(TableKind.ENDS),
            gate.distributions("items", List.of()),
            tables.get(TableKind.SAFETY)));
  }

  private static ProtectedTable none(Gate gate, String id, String columns) {
    return gate.counts(new Tally(id, List.of(columns.split(",")), List.of()));
  }

  private void attack(MadeSurvey survey, Profile profile, String name) throws IOException {
    List<CSVRecord> rows = publish(survey, profile, name);
    for (int m = 0; m < survey.measures(); m++) {
      String measure = "m" + m + ":case";
      List<CSVRecord> own = rows.stream().filter(r -> r.get("measure").equals(measure)).toList();
      assertEquals(survey.groups().size(), own.size());
      attack(survey, survey.truth(m), own, profile, name + " " + measure);
    }
  }

  private void attack(
      MadeSurvey survey,
      Map<Group, Truth> truth,
      List<CSVRecord> rows,
      Profile profile,
      String name) {
    Map<Group, Integer> most = new HashMap<>();
    truth.forEach(
        (g, t) -> {
          if (t.people() < profile.k()) {
            most.put(g, profile.k() - 1);
          }
        });
    PublishedAttack attack = new PublishedAttack(survey, rows, most);
    if (attack.hidden(Group.ALL)) {
      return;
    }
    for (Group group : survey.groups()) {
      if (!attack.hidden(group) || truth.get(group).people() == 0) {
        continue;
      }
      hidden++;
      boolean few = truth.get(group).people() < profile.k();
      long others = truth.get(group).people() - truth.get(group).cases();
      boolean small = few || truth.get(group).cases() < profile.cases() || others < profile.cases();
      boolean whole =
          survey.groups().stream()
              .filter(g -> g.domain().equals(group.domain()))
              .allMatch(attack::hidden);
      dropped += whole ? 1 : 0;
      double needed = small ? 5 : 10;
      for (int what = few ? 0 : 1; what < 3; what++) {
        double[] range = attack.range(group, what);
        attacked++;
        double width = range[1] - range[0];
        if (!whole) {
          narrowest = Math.min(narrowest, width - needed);
        }
        if (width < (whole ? 1 : needed - 1e-6)) {
          found.add(name + " " + group + " " + what + " " + range[0] + ".." + range[1]);
        }
      }
      if (few && !whole && attack.determined(group)) {
        found.add(name + " " + group + " by algebra");
      }
    }
  }

  private String figures() {
    return String.format(
        Locale.ROOT,
        "%d cells hidden (%d in breakdowns dropped whole), %d intervals attacked, narrowest is %.0f"
            + " above what is asked, %d found",
        hidden,
        dropped,
        attacked,
        narrowest,
        found.size());
  }

  @Test
  void nothingHiddenIsFoundInTwoHundredSurveys() throws IOException {
    some(0, 200, false);
    assertTrue(hidden > 1000);
  }

  @Test
  void nothingHiddenIsFoundInCrossedBreakdowns() throws IOException {
    some(300, 311, true);
    assertTrue(hidden > 50);
  }

  private void some(int from, int to, boolean crossed) throws IOException {
    long start = System.nanoTime();
    for (int seed = from; seed < to; seed++) {
      int n = SIZES[seed % SIZES.length];
      Profile profile = Profile.of(seed % 3 == 0 ? "strict" : "standard", 11);
      MadeSurvey survey =
          crossed
              ? new MadeSurvey(seed, n, true, AGE, SEX)
              : new MadeSurvey(seed, n, false, TEAM, SEX, AGE);
      attack(survey, profile, "seed" + seed);
    }
    System.out.println((to - from) + " surveys: " + figures());
    System.out.println("seconds: " + (System.nanoTime() - start) / 1_000_000_000L);
    assertEquals(List.of(), found.subList(0, Math.min(20, found.size())));
  }

  private static double[][] ten() {
    double[][] all = new double[10][];
    for (int i = 0; i < all.length; i++) {
      all[i] = i % 3 == 0 ? TEAM : i % 3 == 1 ? SEX : AGE;
    }
    return all;
  }

  private static double withheld(int n, Profile profile, int repetitions) {
    long cells = 0;
    long hidden = 0;
    for (int seed = 0; seed < repetitions; seed++) {
      MadeSurvey survey = new MadeSurvey(seed, n, false, ten());
      ProtectedTable table =
          new Gate(profile, List.of()).tables(survey.facts()).get(TableKind.ESTIMATES);
      cells += table.rows().size();
      hidden += table.rows().stream().filter(r -> !r.shows("estimate")).count();
    }
    return (double) hidden / cells;
  }

  @Test
  void thePriceFallsWithTheSizeOfTheSurvey() {
    for (String profile : List.of("standard", "strict")) {
      StringBuilder line = new StringBuilder(profile + ", share of cells withheld:");
      List<Double> shares = new ArrayList<>();
      for (int n : new int[] {120, 250, 640, 2000, 20_000}) {
        shares.add(withheld(n, Profile.of(profile, 11), 5));
        line.append(
            String.format(Locale.ROOT, " n=%d %.0f %%", n, 100 * shares.get(shares.size() - 1)));
      }
      System.out.println(line);
      assertTrue(shares.get(0) > shares.get(2) && shares.get(2) > shares.get(4));
    }
  }

  @Test
  void theAuditOfALargeStudyTakesSeconds() {
    long start = System.nanoTime();
    withheld(2000, Profile.of("standard", 11), 9);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "12 measures in 10 breakdowns and 3 waves: %.1f seconds%n", seconds);
    assertTrue(seconds < 60);
  }

  @Test
  void theWorstCasesHold() throws IOException {
    long[][][] cases = {
      {{200, 60}, {150, 40}, {4, 2}},
      {{200, 60}, {150, 40}, {9, 2}, {1, 1}},
      {{200, 60}, {150, 40}, {1, 1}, {1, 0}},
      {{200, 60}, {150, 40}, {60, 1}},
      {{200, 60}, {150, 40}, {60, 59}},
      {{200, 60}, {150, 40}, {12, 0}, {13, 0}, {30, 0}},
      {{50, 0}, {60, 0}, {9, 0}},
      {{90, 40}, {10, 3}},
      {{5000, 1000}, {4000, 900}, {10, 4}, {40, 12}, {700, 2}}
    };
    for (int i = 0; i < cases.length; i++) {
      for (String profile : List.of("standard", "strict")) {
        attack(new MadeSurvey(cases[i]), Profile.of(profile, 11), "worst" + i + profile);
      }
    }
    System.out.println("worst cases: " + figures());
    assertTrue(hidden > 20);
    assertEquals(List.of(), found);
  }
}
