package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes in rules of cleaning are told with their line, the nearest name and a fix. */
class CleanProblemsTest {
  private static final String STUDY =
      """
      version: 1
      title: A survey
      population: Nobody
      file: survey.csv
      columns:
        team: {levels: [Red, Blue, Green]}
        age: {number: {min: 0, max: 100}}
      instruments:
        pss10: "p{1..10}"
      """;
  private static final int LINES = 10;

  @TempDir Path folder;

  private List<Problem> problems(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yml"), text);
    try {
      StudyReader.read(file);
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "consnt: {column: c, accept: [Yes]} | E103 | consent",
        "consent: {colum: c, accept: [Yes]} | E103 | column",
        "consent: {accept: [Yes]} | E106 | column",
        "consent: {column: c} | E106 | accept",
        "consent: {column: c, accept: [Yes], refuse: [No]} | E112 | one of the three",
        "consent: {column: c, accept: []} | E112 | at least one text",
        "consent: yes | E105 | column",
        "attention: [{column: c, accept: [3]}, 7] | E105 | column",
        "duplicates: {} | E106 | columns",
        "duplicates: {columns: [`p{1..`]} | E112 | pattern",
        "speeders: {below: 60} | E106 | column",
        "speeders: {column: c} | E106 | below",
        "speeders: {column: c, below: soon} | E105 | whole number",
        "speeders: {start: a, below: 60} | E106 | end",
        "speeders: {start: a, end: b, pattern: yyyy-MM-dd, below: 60} | E112 | time of day",
        "speeders: {start: a, end: b, pattern: yyyy-bb, below: 60} | E112 | time of day",
        "speeders: {column: c, below_median: 120%} | E112 | 100%",
        "eligible: {where: [{variable: tem, levels: [Red]}]} | E111 | team",
        "eligible: {where: [{variable: team, levels: [Rd]}]} | E111 | Red",
        "eligible: {} | E106 | where",
        "minimum_answered: most | E112 | share",
        "minimum_answered: 0 | E112 | share",
        "straight_lining: [pss1] | E111 | pss10"
      })
  void rules(String rule, String code, String word) throws IOException {
    List<Problem> problems = problems(STUDY + "clean:\n  " + rule.replace('`', '"') + "\n");
    told(problems, code, word, LINES + 1);
  }

  private static void told(List<Problem> problems, String code, String word, int line) {
    String all = problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    assertFalse(problems.isEmpty(), "no problem");
    assertTrue(problems.stream().anyMatch(p -> p.code().id().equals(code)), all);
    assertTrue(all.contains(word), all);
    for (Problem problem : problems) {
      assertEquals(line, problem.where().line(), all);
      assertFalse(problem.fix().isEmpty(), all);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "levels: [A, B], merge: {C: [A, Bee]} | E111 | B",
        "levels: [A, B], merge: {C: [A], D: [A]} | E112 | one place",
        "levels: [A, B], merge: {A: [B], C: [A]} | E112 | does not go into another",
        "number: {min: 0, max: 9}, merge: {C: [A]} | E112 | levels",
        "number: {min: 0, max: 9, outside: mising} | E112 | missing",
        "number: {min: 0, max: 9, factor: -2} | E112 | above 0",
        "number: {min: 0, max: 9}, date: {pattern: MM/yyyy, until: 2026-05-01} | E112 | whole date",
        "number: {min: 0, max: 9}, date: {pattern: yyyy-MM-dd, until: 1/5/2026} | E112 | year-month",
        "number: {min: 0, max: 9, decimals: 1}, date: {pattern: yyyy-MM-dd, until: 2026-05-01} | E112 | decimals",
        "levels: [A, B], recode: {map: {a1: AA}} | E111 | A",
        "levels: [A, B], recode: {unmapped: missing} | E106 | one of the two",
        "levels: [A, B], recode: {map: {a1: A, A1: B}} | E104 | two levels",
        "levels: [A, B], recode: {map: {a1: A}, unmapped: other} | E106 | other",
        "levels: [A, B], recode: {map: {a1: A}, other: B} | E112 | unmapped",
        "levels: [A, B], recode: {map: {a1: A}, fold: [acents]} | E112 | accents",
        "levels: [A, B], recode: {file: none.csv} | E201 | none.csv"
      })
  void treatments(String column, String code, String word) throws IOException {
    String study = STUDY.replace("instruments:", "  job: {" + column + "}\ninstruments:");
    told(problems(study), code, word, 8);
  }

  /** Spellings in a mapping table may be what people typed: a message names the line only. */
  @Test
  void mappingTablesInFiles() throws IOException {
    String study =
        STUDY.replace("instruments:", "  job: {levels: [A], recode: {file: m.csv}}\ninstruments:");
    Path file = folder.resolve("m.csv");
    Files.writeString(file, "from,to\nsecret one,A\n\"secret, two\",Ab\nsecret three,A,x\n");
    List<Problem> problems = problems(study);
    String all = problems.stream().map(Problem::text).collect(Collectors.joining("\n"));
    assertTrue(all.contains("E205 m.csv:4") && all.contains("E111 m.csv:3"), all);
    assertFalse(all.contains("secret"), all);
    Files.writeString(file, "spelling,level\nsecret,A\n");
    assertTrue(problems(study).get(0).text().contains("from,to"));
    Files.writeString(file, "\uFEFFfrom;to\nsecret;A\n");
    assertEquals(List.of(), problems(study));
  }

  @Test
  void everythingAtOnce() throws IOException {
    String clean =
        """
        clean:
          consent: {column: c}
          minimum_answered: 7
          straight_lining: [gad7]
        """;
    assertEquals(3, problems(STUDY + clean).size());
  }
}
