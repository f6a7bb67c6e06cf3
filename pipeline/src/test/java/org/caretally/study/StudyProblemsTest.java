package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake has its code, its line and a fix; all mistakes come at once. */
class StudyProblemsTest {
  private static final String HEAD = "version: 1\ntitle: T\npopulation: P\n";
  private static final String BASE = HEAD + "file: s.csv\ninstruments: {gad7: \"G{1..7}\"}\n";
  private static final String VARIABLES =
      BASE
          + "columns:\n  sex: {levels: {1: male, 2: female}}\n  age: {number: {min: 0, max: 80}}\n";

  @TempDir Path folder;

  private List<Problem> problems(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("s.yml"), text);
    return assertThrows(ProblemException.class, () -> StudyReader.read(file), text).problems();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        // Keys.
        row(BASE + "titel: X\n", Code.UNKNOWN_KEY, 6, "title: X"),
        row(BASE + "design: {wieght: w}\n", Code.UNKNOWN_KEY, 6, "weight: w"),
        row(BASE + "zzzzzzzzzz: X\n", Code.UNKNOWN_KEY, 6, "remove \"zzzzzzzzzz\""),
        row(
            BASE + "title: X\n",
            Code.DUPLICATE_KEY,
            6,
            "remove one of the two lines, or join what they say under one \"title\""),
        row(
            BASE + "files: [t.csv]\n",
            Code.DUPLICATE_KEY,
            4,
            "remove \"file\", and list every file under \"files\""),
        row(
            BASE.replace("title: T\n", ""),
            Code.MISSING_KEY,
            1,
            "title: Wellbeing of mental health professionals 2026"),
        row(BASE.replace("version: 1\n", ""), Code.MISSING_KEY, 1, "version: 1"),
        row(BASE.replace("version: 1", "version: 2"), Code.VALUE_NOT_ALLOWED, 1, "version: 1"),
        row(BASE.replace("file: s.csv\n", ""), Code.MISSING_KEY, 1, "files: [survey.csv]"),
        row(HEAD + "file: s.csv\n", Code.MISSING_KEY, 1, "instruments: {gad7: \"GAD7_{1..7}\"}"),
        row(
            HEAD + "file: s.csv\ninstruments: {}\n",
            Code.MISSING_KEY,
            5,
            "instruments: {gad7: \"GAD7_{1..7}\"}"),
        // Types and values.
        row(
            BASE + "notes: {a: b}\n",
            Code.WRONG_TYPE,
            6,
            "notes: [\"Answers were collected online.\"]"),
        row(BASE + "invited: many\n", Code.WRONG_TYPE, 6, "invited: 2400"),
        row(BASE + "invited: 0\n", Code.VALUE_NOT_ALLOWED, 6, "invited: 2400"),
        row(
            BASE + "design: w\n",
            Code.WRONG_TYPE,
            6,
            "design: {weight: weight, strata: stratum, psu: agency}"),
        row(BASE + "id: a b\n", Code.VALUE_NOT_ALLOWED, 6, "id: wellbeing-2026"),
        row(
            BASE + "design: {lonely_psu: adjusted}\n",
            Code.VALUE_NOT_ALLOWED,
            6,
            "lonely_psu: adjust"),
        row(
            BASE + "design: {zero_weights: drop}\n",
            Code.VALUE_NOT_ALLOWED,
            6,
            "zero_weights: error"),
        row(
            BASE + "design: {variance: jackknife}\n",
            Code.JACKKNIFE_IMPOSSIBLE,
            6,
            "add psu, or use variance: linearised, which is the same to the first order"),
        row(
            VARIABLES
                + "design: {psu: p, variance: jackknife}\n"
                + "weighting: {margins: [{variable: sex, counts: {male: 10, female: 20}}]}\n",
            Code.JACKKNIFE_IMPOSSIBLE,
            9,
            "use variance: linearised, which allows for the headcounts"),
        row(
            BASE
                + "design: {weight: w, psu: p, replicates: {columns: \"r{1..4}\", type: bootstrap}}\n",
            Code.REPLICATES_IMPOSSIBLE,
            6,
            "remove \"psu\""),
        row(
            BASE + "design: {weight: w, replicates: {columns: \"r{1..4}\", type: brr}}\n",
            Code.MISSING_KEY,
            6,
            "df: 72"),
        row(
            BASE + "design: {weight: w, replicates: {columns: \"r{1..4}\", type: fay, df: 3}}\n",
            Code.MISSING_KEY,
            6,
            "rho: 0.5"),
        row(
            BASE + "design: {weight: w, replicates: {columns: \"r{1..4}\", type: sdr, scale: 2}}\n",
            Code.VALUE_NOT_ALLOWED,
            6,
            "scale: 0.0125"),
        row(
            BASE
                + "design: {weight: w, replicates: {columns: \"r{1..4}\", type: bootstrap, rscales: [1, 2]}}\n",
            Code.VALUE_NOT_ALLOWED,
            6,
            "rscales: [0.5, 0.5, 0.75]"),
        row(
            BASE + "prevalence_interval: wald\n",
            Code.VALUE_NOT_ALLOWED,
            6,
            "prevalence_interval: korn_graubard"),
        row(
            BASE + "correlations: {method: kendall}\n",
            Code.VALUE_NOT_ALLOWED,
            6,
            "method: pearson"),
        row(
            BASE + "comparisons: {planned: [[a, b]]}\n",
            Code.WRONG_TYPE,
            6,
            "planned: [[profession, Nurse, Psychologist]]"),
        row(
            BASE + "comparisons: {planned: [[a, b, b]]}\n",
            Code.VALUE_NOT_ALLOWED,
            6,
            "planned: [[profession, Nurse, Psychologist]]"),
        row(BASE + "wave: {colum: y, column: y}\n", Code.UNKNOWN_KEY, 6, "column: y"),
        row(BASE + "wave: {}\n", Code.MISSING_KEY, 6, "column: year"),
        // Files.
        row(
            BASE.replace("file: s.csv", "files: [a.csv, b.csv]"),
            Code.MISSING_KEY,
            1,
            "key: respondent_id"),
        row(
            BASE.replace("file: s.csv", "files: [a.csv, a.csv]\nkey: k"),
            Code.VALUE_NOT_ALLOWED,
            4,
            "files: [a.csv]"),
        row(
            BASE.replace("file: s.csv", "files: []"),
            Code.VALUE_NOT_ALLOWED,
            4,
            "files: [survey.csv]"),
        row(
            BASE.replace("file: s.csv", "file: {path: a.csv, delimiter: ab}"),
            Code.VALUE_NOT_ALLOWED,
            4,
            "delimiter: \";\""),
        row(
            BASE.replace("file: s.csv", "file: \"a\\0b\""),
            Code.VALUE_NOT_ALLOWED,
            4,
            "files: [survey.csv]"),
        // Columns.
        row(BASE + "columns:\n  a.b: {levels: [x]}\n", Code.VALUE_NOT_ALLOWED, 7, "a_b:"),
        row(
            BASE + "columns:\n  a: {label: x}\n",
            Code.MISSING_KEY,
            7,
            "number: {min: 0, max: 80}, or levels: {1: male, 2: female}"),
        row(
            BASE + "columns:\n  a: {levels: [x], number: {min: 0, max: 1}}\n",
            Code.VALUE_NOT_ALLOWED,
            7,
            "remove \"number\" or \"levels\""),
        row(BASE + "columns:\n  a: {number: {min: 0}}\n", Code.MISSING_KEY, 7, "max: 80"),
        row(
            BASE + "columns:\n  a: {number: {min: 5, max: 1}}\n",
            Code.VALUE_NOT_ALLOWED,
            7,
            "min: 1, max: 5"),
        row(BASE + "columns:\n  a: {number: {min: 0, max: 1.5}}\n", Code.WRONG_TYPE, 7, "max: 80"),
        row(
            BASE + "columns:\n  a: {number: {min: 0, max: 1, decimals: 5}}\n",
            Code.VALUE_NOT_ALLOWED,
            7,
            "decimals: 0"),
        row(
            BASE + "columns:\n  a: {number: {min: 0, max: 1, higher: wors}}\n",
            Code.VALUE_NOT_ALLOWED,
            7,
            "higher: worse"),
        row(BASE + "columns:\n  a: {levels: [x, x, y]}\n", Code.DUPLICATE_KEY, 7, "levels: [x, y]"),
        row(
            BASE + "columns:\n  a:\n    levels:\n      1: x\n      1: y\n",
            Code.DUPLICATE_KEY,
            10,
            "remove one of the two lines, or join what they say under one \"1\""),
        row(
            BASE + "columns:\n  a: {levels: []}\n",
            Code.VALUE_NOT_ALLOWED,
            7,
            "levels: {1: male, 2: female}"),
        row(
            BASE + "columns:\n  a: {levels: {1: }}\n",
            Code.VALUE_NOT_ALLOWED,
            7,
            "levels: {1: male, 2: female}"),
        row(BASE + "columns:\n  a: {levels: {1: [x]}}\n", Code.WRONG_TYPE, 7, "1: female"),
        row(
            BASE + "columns:\n  a: {levels: {1: nurse}, labels: {nurses: N}}\n",
            Code.UNKNOWN_NAME,
            7,
            "nurse: N"),
        row(
            BASE + "columns:\n  a: {levels: [x, NA], missing: [NA]}\n",
            Code.VALUE_NOT_ALLOWED,
            7,
            "remove it from \"levels\" or from \"missing\""),
        row(
            BASE + "missing: [NA]\ncolumns:\n  a: {levels: [x, NA]}\n",
            Code.VALUE_NOT_ALLOWED,
            8,
            "remove it from \"levels\" or from \"missing\""),
        // Sex.
        row(VARIABLES + "sex: sexx\n", Code.UNKNOWN_NAME, 9, "sex"),
        row(
            VARIABLES + "sex: age\n",
            Code.VALUE_NOT_ALLOWED,
            9,
            "age: {levels: {1: male, 2: female}}"),
        // Instruments.
        row(BASE.replace("G{1..7}", "G{7..1}"), Code.VALUE_NOT_ALLOWED, 5, "{1..7}"),
        row(
            BASE.replace("G{1..7}", "G{1..7"),
            Code.VALUE_NOT_ALLOWED,
            5,
            "\"G{{1..7\" if the braces belong to the name"),
        row(
            BASE.replace("G{1..7}", "G{x}"),
            Code.VALUE_NOT_ALLOWED,
            5,
            "\"G{{x}}\" if the braces belong to the name"),
        row(
            BASE.replace("G{1..7}", "G{1..999999}"),
            Code.VALUE_NOT_ALLOWED,
            5,
            "name fewer columns"),
        row(BASE.replace("\"G{1..7}\"", "[]"), Code.MISSING_KEY, 5, "gad7: \"Q{1..9}\""),
        row(BASE.replace("\"G{1..7}\"", ""), Code.MISSING_KEY, 5, "gad7: \"Q{1..9}\""),
        row(
            BASE.replace("\"G{1..7}\"", "{scales: [total]}"),
            Code.MISSING_KEY,
            5,
            "columns: \"GAD7_{1..7}\""),
        row(
            BASE.replace("\"G{1..7}\"", "{columns: G, instrument: gad2}"),
            Code.UNKNOWN_KEY,
            5,
            "remove \"instrument\""),
        row(
            BASE.replace("\"G{1..7}\"", "{columns: G, cutoffs: {screen: 5}}"),
            Code.VALUE_NOT_ALLOWED,
            5,
            "\"total:screen\": 5"),
        row(
            BASE.replace("\"G{1..7}\"", "{columns: G, cutoffs: {\"total:a\": \"5,5\"}}"),
            Code.WRONG_TYPE,
            5,
            "5.5"),
        row(
            BASE.replace("\"G{1..7}\"", "{columns: G, extra_labels: {\"2\": {often: x}}}"),
            Code.WRONG_TYPE,
            5,
            "often: 1"),
        row(
            BASE.replace("\"G{1..7}\"", "{columns: G, rounding: no}"),
            Code.VALUE_NOT_ALLOWED,
            5,
            "rounding: true"),
        row(
            BASE.replace("\"G{1..7}\"", "{columns: G, values: label}"),
            Code.VALUE_NOT_ALLOWED,
            5,
            "values: labels"),
        row(
            BASE.replace("\"G{1..7}\"", "{columns: G, max_missing: -1}"),
            Code.VALUE_NOT_ALLOWED,
            5,
            "max_missing: 0"),
        // Breakdowns.
        row(VARIABLES + "domains:\n  d: sexx\n", Code.UNKNOWN_NAME, 10, "sex"),
        row(
            VARIABLES + "domains:\n  d: {of: region}\n",
            Code.UNKNOWN_NAME,
            10,
            "declare it under columns, such as: region: {levels: [North, South]}"),
        row(VARIABLES + "domains:\n  d: {}\n", Code.MISSING_KEY, 10, "of: profession"),
        row(
            VARIABLES + "domains:\n  d: age\n",
            Code.MISSING_KEY,
            10,
            "{of: age, cuts: [18, 40, 60]}"),
        row(
            VARIABLES + "domains:\n  d: {of: sex, cuts: [1]}\n",
            Code.VALUE_NOT_ALLOWED,
            10,
            "{of: sex}"),
        row(
            VARIABLES + "domains:\n  d: {of: age, cuts: [40, 18]}\n",
            Code.VALUE_NOT_ALLOWED,
            10,
            "cuts: [18, 40]"),
        row(VARIABLES + "domains:\n  d: {of: age, cuts: [18, x]}\n", Code.WRONG_TYPE, 10, "10"),
        row(
            VARIABLES + "domains:\n  d: {of: age, cuts: [18.5]}\n",
            Code.VALUE_NOT_ALLOWED,
            10,
            "cuts: [18, 40, 60]"),
        row(
            VARIABLES + "domains:\n  d: {of: age, cuts: [90]}\n",
            Code.VALUE_NOT_ALLOWED,
            10,
            "cuts: [18, 40, 60]"),
        row(
            VARIABLES + "domains:\n  d: {of: age, cuts: [18], labels: [a, b]}\n",
            Code.VALUE_NOT_ALLOWED,
            10,
            "labels: [\"18 to 39\", \"40 to 59\", \"60 and over\"]"),
        row(
            VARIABLES + "domains:\n  d: {of: [sex, age]}\n",
            Code.VALUE_NOT_ALLOWED,
            10,
            "age_group: {of: age, cuts: [18, 40, 60]}, and cross age_group"),
        row(
            VARIABLES + "domains:\n  d: {of: [sex, sex]}\n",
            Code.VALUE_NOT_ALLOWED,
            10,
            "of: profession"),
        row(
            VARIABLES + "domains:\n  aa: {of: age, cuts: [1]}\n  d: {of: [sex, ab]}\n",
            Code.UNKNOWN_NAME,
            11,
            "aa"),
        row(
            VARIABLES
                + "domains:\n  a: {of: age, cuts: [1]}\n  b: {of: [sex, a]}\n  d: {of: [b, sex]}\n",
            Code.VALUE_NOT_ALLOWED,
            12,
            "of: [sex, a]"),
        row(VARIABLES + "domains:\n  d: {of: [d, sex]}\n", Code.VALUE_NOT_ALLOWED, 10, "of: [sex]"),
        // Conditions.
        row(
            VARIABLES + "analysis: {where: [{variable: age, min: 1}]}\n",
            Code.MISSING_KEY,
            9,
            "label: Adults"),
        row(
            VARIABLES + "analysis: {label: Adults}\n",
            Code.MISSING_KEY,
            9,
            "where: [{variable: age, min: 18}]"),
        row(VARIABLES + where("{variable: agee, min: 1}"), Code.UNKNOWN_NAME, 11, "age"),
        row(
            VARIABLES + where("{variable: gad.total, answered: true}"),
            Code.UNKNOWN_NAME,
            11,
            "gad7.total"),
        row(VARIABLES + where("{variable: age}"), Code.MISSING_KEY, 11, "answered: true"),
        row(
            VARIABLES + where("{variable: age, min: 1, answered: true}"),
            Code.VALUE_NOT_ALLOWED,
            11,
            "remove \"answered\""),
        row(VARIABLES + where("{min: 1}"), Code.MISSING_KEY, 11, "variable: age"),
        row(
            VARIABLES + where("{variable: age, min: 5, max: 1}"),
            Code.VALUE_NOT_ALLOWED,
            11,
            "min: 18"),
        row(VARIABLES + where("{variable: sex, levels: [femal]}"), Code.UNKNOWN_NAME, 11, "female"),
        row(
            VARIABLES + where("{variable: sex, min: 1}"),
            Code.VALUE_NOT_ALLOWED,
            11,
            "levels: [female, male]"),
        row(
            VARIABLES + where("{variable: gad7.total, levels: [x]}"),
            Code.VALUE_NOT_ALLOWED,
            11,
            "min: 1"),
        row(VARIABLES + where("age"), Code.WRONG_TYPE, 11, "{variable: age, min: 18}"),
        // Correlations.
        row(VARIABLES + "correlations: all\n", Code.VALUE_NOT_ALLOWED, 9, "correlations: default"),
        row(
            VARIABLES + "correlations: {measures: [phq9.total]}\n",
            Code.UNKNOWN_NAME,
            9,
            "add the instrument under instruments, or remove \"phq9.total\""),
        row(
            VARIABLES + "correlations: {measures: [sex]}\n",
            Code.VALUE_NOT_ALLOWED,
            9,
            "remove it, or name it under \"within\" as a breakdown"),
        row(
            VARIABLES + "correlations: {pairs: [[age]]}\n",
            Code.WRONG_TYPE,
            9,
            "pairs: [[age, phq9.total]]"),
        row(
            VARIABLES + "correlations: {pairs: [[age, age]]}\n",
            Code.VALUE_NOT_ALLOWED,
            9,
            "pairs: [[age, phq9.total]]"),
        row(
            VARIABLES + "correlations: {within: [sex]}\n",
            Code.UNKNOWN_NAME,
            9,
            "declare it, or remove it"),
        // Disclosure.
        row(BASE + "disclosure: publicuse\n", Code.VALUE_NOT_ALLOWED, 6, "disclosure: public-use"),
        row(BASE + "disclosure: {k: 4, waiver: x}\n", Code.GATE_REFUSED, 6, "k: 11"),
        row(
            BASE + "disclosure: {k: 10}\n",
            Code.GATE_REFUSED,
            6,
            "waiver: \"Approved by the data protection officer on 2026-05-04\", or k: 11"));
  }

  private static String where(String condition) {
    return "analysis:\n  label: A\n  where: [" + condition + "]\n";
  }

  private static Arguments row(String text, Code code, int line, String fix) {
    return Arguments.of(text, code, line, fix);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void oneMistakeIsOneProblem(String text, Code code, int line, String fix) throws IOException {
    List<Problem> found = problems(text);
    assertEquals(1, found.size(), () -> found.toString());
    Problem problem = found.get(0);
    assertEquals(code, problem.code(), problem::text);
    assertEquals(new Place(folder.resolve("s.yml").toString(), line), problem.where());
    assertEquals(fix, problem.fix(), problem::text);
    assertFalse(problem.what().isEmpty());
  }

  @Test
  void theClosestNameIsShown() throws IOException {
    Problem problem = problems(VARIABLES + "sex: sxe\n").get(0);
    assertTrue(problem.nearest().startsWith("\"sex\""), problem::text);
    assertEquals("one of \"sex\", \"age\"", problem.expected());
  }

  @Test
  void allProblemsComeAtOnce() throws IOException {
    List<Problem> found =
        problems(
            VARIABLES
                + "titel: X\nkey: [a]\ndesign: {lonely_psu: x}\ndomains: {d: {of: agee}, e: {of: sx}}\n"
                + "correlations: {measures: [isi.total]}\ndisclosure: {k: 3}\ninvited: x\n");
    assertEquals(
        List.of(
            "E103:9", "E105:10", "E105:15", "E111:12", "E111:12", "E111:13", "E112:11", "E401:14"),
        found.stream().map(p -> p.code().id() + ":" + p.where().line()).toList());
  }

  @Test
  void aMissingStudyNamesTheClosestFile() throws IOException {
    Files.writeString(folder.resolve("survey.yml"), BASE);
    Path wrong = folder.resolve("suvrey.yml");
    Problem problem =
        assertThrows(ProblemException.class, () -> StudyReader.read(wrong)).problems().get(0);
    assertEquals(Code.STUDY_NOT_FOUND, problem.code());
    assertEquals("\"survey.yml\"", problem.nearest());
    assertEquals(folder.resolve("survey.yml").toString(), problem.fix());
    Problem inFolder =
        assertThrows(ProblemException.class, () -> StudyReader.read(folder)).problems().get(0);
    assertEquals(Code.STUDY_NOT_FOUND, inFolder.code());
    assertEquals(folder.resolve("survey.yml").toString(), inFolder.fix());
  }
}
