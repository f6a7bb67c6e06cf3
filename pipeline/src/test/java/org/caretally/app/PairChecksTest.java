package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caretally.report.page.TwoReportsPage.Check;
import org.caretally.report.page.TwoReportsPage.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps two reports from being compared, read from their published tables. */
class PairChecksTest {
  private static final String HEAD =
      "wave,kind,id,what,population,analysis,mode,version,variant,items,answers,recall,"
          + "missing_rule,changes,cutoffs\n";
  private static final String SURVEY = "survey,,The whole survey,Nurses,,web,,,,,,,,\n";
  private static final String GAD = "instrument,gad7,GAD-7,,,,1,,7,\"0, 1, 2, 3\",2 weeks,all,,\n";

  @TempDir Path folder;

  private Path report(String name, String asked, String comparability) throws IOException {
    Path report = folder.resolve(name);
    Path tables = Files.createDirectories(report.resolve("tables"));
    Files.writeString(
        tables.resolve("instruments.csv"),
        "id,title,version,items,recall,scoring,missing_rule,changes\n"
            + "gad7,Anxiety,1,7,2 weeks,sum,all,\n");
    if (!asked.isEmpty()) {
      Files.writeString(tables.resolve("asked.csv"), HEAD + asked);
    }
    if (!comparability.isEmpty()) {
      Files.writeString(
          tables.resolve("comparability.csv"),
          "from,wave,kind,id,what,version,recall,comparable,reason\n" + comparability);
    }
    return report;
  }

  @BeforeEach
  void earlier() throws IOException {
    report("a", "2025," + SURVEY + "2025," + GAD, "");
  }

  private PairChecks later(String asked, String comparability) throws IOException {
    return PairChecks.of(folder.resolve("a"), report("b", asked, comparability), "2025", "2026");
  }

  private static List<String> told(PairChecks pair) {
    return pair.checks().stream()
        .filter(c -> c.verdict() != Verdict.SAME)
        .map(c -> c.what() + ": " + c.reason())
        .toList();
  }

  @Test
  void theSameSurveyIsComparable() throws IOException {
    PairChecks pair = later("2026," + SURVEY.replace("Nurses", "nurses ") + "2026," + GAD, "");
    assertEquals(List.of(), told(pair));
    assertEquals(
        List.of("Population", "Who is analysed", "Mode", "Anxiety"),
        pair.checks().stream().map(Check::what).toList());
    assertTrue(pair.free("gad7.total:screen_positive", "job"));
  }

  @Test
  void otherPeopleEndAllComparison() throws IOException {
    PairChecks pair = later("2026," + SURVEY.replace("Nurses", "Doctors") + "2026," + GAD, "");
    assertEquals(List.of("Population: \"Nurses\" before, \"Doctors\" now"), told(pair));
    assertFalse(pair.free("gad7.total", ""));
    assertFalse(pair.free("hours", ""));
  }

  @Test
  void anotherModeEndsAllComparisonAndSilenceIsSaid() throws IOException {
    PairChecks paper = later("2026," + SURVEY.replace("web", "paper") + "2026," + GAD, "");
    assertEquals(List.of("Mode: \"web\" before, \"paper\" now"), told(paper));
    assertFalse(paper.free("hours", ""));
    PairChecks silent = later("2026," + SURVEY.replace("web", "") + "2026," + GAD, "");
    assertEquals(List.of("Mode: the second report does not tell it"), told(silent));
    assertTrue(silent.free("hours", ""));
  }

  @Test
  void anotherFormBarsItsInstrumentOnly() throws IOException {
    String[][] forms = {
      {"1,,7,", "1,short,7,", "another variant"},
      {"1,,7,", "1,,5,", "other items"},
      {"0, 1, 2, 3", "1, 2, 3, 4, 5", "other answers were offered"},
      {"2 weeks", "1 month", "another recall period"},
      {",all,", ",half,", "scores were made by other rules"},
    };
    for (String[] form : forms) {
      PairChecks pair = later("2026," + SURVEY + "2026," + GAD.replace(form[0], form[1]), "");
      assertEquals(List.of("Anxiety: " + form[2]), told(pair));
      assertFalse(pair.free("gad7.total:screen_positive", ""));
      assertTrue(pair.free("hours", ""));
    }
  }

  @Test
  void whatTheNewestWaveDidNotAskIsNotCompared() throws IOException {
    PairChecks pair = later("2026," + SURVEY, "");
    assertEquals(List.of("Anxiety: not asked in the newest wave of the second report"), told(pair));
    assertFalse(pair.free("gad7.total", ""));
  }

  @Test
  void breaksThatTheLaterReportDeclaresHold() throws IOException {
    String asked = "2026," + SURVEY + "2026," + GAD;
    String before = "2024,2025,number,hours,Hours,,,no,an old break\n";
    String cut = "2025,2026,result,gad7.total:screen_positive,GAD-7,,,no,the cut-off changed\n";
    String job = "2025,2026,breakdown,breakdown job,Job,,,no,another list\n";
    PairChecks pair = later(asked, before + cut + job);
    assertEquals(
        List.of("GAD-7 (2025 to 2026): the cut-off changed", "Job (2025 to 2026): another list"),
        told(pair));
    assertFalse(pair.free("gad7.total:screen_positive", ""));
    assertFalse(pair.free("gad7.total", "job"));
    assertTrue(pair.free("gad7.total", ""));
    assertTrue(pair.free("hours", "age"));
    PairChecks whole = later(asked, "2025,2026,survey,,The whole survey,,,no,paper now\n");
    assertFalse(whole.free("hours", ""));
  }

  @Test
  void anEarlierVersionsReportIsNotKnown() throws IOException {
    PairChecks pair = later("", "");
    assertEquals(
        List.of(
            "Population: the second report does not tell it",
            "Who is analysed: the second report does not tell it",
            "Mode: the second report does not tell it"),
        told(pair));
    assertTrue(pair.free("gad7.total", ""));
  }
}
