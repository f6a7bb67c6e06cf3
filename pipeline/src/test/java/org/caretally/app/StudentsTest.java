package org.caretally.app;

import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.caretally.instrument.Library;
import org.caretally.instrument.Scoring;
import org.caretally.instrument.ScoringOptions;
import org.caretally.instrument.Sex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * 223 students, question by question: each person's three scores, and what is published of them,
 * against R.
 */
class StudentsTest {
  private static final Comparison COMPARISON = new Comparison("students-ukm");

  /** First column of each instrument in the file. */
  private static final Map<String, Integer> FIRST = Map.of("phq9", 0, "gad7", 9, "pss10", 16);

  @TempDir static Path folder;

  private static RealStudy study;
  private static RealStudy.Tables tables;

  @BeforeAll
  static void run() throws IOException {
    study = RealStudy.in(folder, "students-ukm");
    tables = study.runUnrounded("study.yml");
  }

  @AfterAll
  static void write() throws IOException {
    COMPARISON.write();
  }

  /**
   * The positively worded stress questions stand in the file as answered: without reversal most
   * totals differ.
   */
  @Test
  void scoresOfEveryPerson() throws IOException {
    List<CSVRecord> people = Runs.table(study.folder().resolve("Psychological_aspects.csv"));
    List<CSVRecord> scores = Runs.table(study.folder().resolve("reference_scores.csv"));
    assertEquals(223, people.size());
    for (Map.Entry<String, Integer> first : FIRST.entrySet()) {
      String id = first.getKey();
      Scoring scoring =
          Scoring.of(Library.builtIn().find(id).orElseThrow(), ScoringOptions.standard());
      for (int i = 0; i < people.size(); i++) {
        String total = total(scoring, people.get(i), first.getValue());
        int expected = Integer.parseInt(scores.get(i).get(id));
        COMPARISON.count(id + " of person " + (i + 1), expected, total);
      }
    }
  }

  private static String total(Scoring scoring, CSVRecord person, int first) {
    long[] codes = new long[scoring.items()];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = scoring.answers(c).code(person.get(first + c));
    }
    long[] out = new long[scoring.variables().size()];
    scoring.score(codes, Sex.OTHER_OR_UNKNOWN, out, 0);
    long grid = scoring.variables().get(0).grid();
    assertEquals(0, out[0] % grid, "a sum of whole answers is whole");
    return Long.toString(out[0] / grid);
  }

  /**
   * People are the sample, so the standard error of a mean is the standard deviation over the root
   * of n.
   */
  @Test
  void meansAndStandardDeviations() {
    for (String id : FIRST.keySet()) {
      JsonNode total = study.reference().get("totals").get(id);
      CSVRecord r = tables.estimate("", "", id + ".total");
      int n = total.get("n").asInt();
      COMPARISON.count(id + " n", n, r.get("n"));
      COMPARISON.close(id, total.get("mean").asDouble(), r, "estimate", POINT);
      COMPARISON.close(id, total.get("sd").asDouble() / Math.sqrt(n), r, "std_error", POINT);
    }
  }

  @Test
  void bands() {
    for (String id : FIRST.keySet()) {
      List<CSVRecord> published = tables.bands(id + ".total");
      int i = 0;
      for (JsonNode people : study.reference().get("bands").get(id)) {
        double share = people.asInt() / 223.0;
        COMPARISON.close(id + " band " + i, share, published.get(i), "estimate", POINT);
        i++;
      }
      assertEquals(published.size(), i, id);
    }
  }

  @Test
  void prevalences() {
    Map<String, String> measures =
        Map.of(
            "PHQ-9>=10", "phq9.total:screen_positive",
            "GAD-7>=10", "gad7.total:screen_positive",
            "PSS-10>=27", "pss10.total:high");
    int compared = 0;
    for (JsonNode p : study.reference().get("prevalence")) {
      String what = p.get("what").asString();
      if (measures.containsKey(what)) {
        CSVRecord r = tables.estimate("", "", measures.get(what));
        COMPARISON.count(what + " n", p.get("n").asInt(), r.get("n"));
        COMPARISON.close(what, p.get("estimate").asDouble(), r, "estimate", POINT);
        compared++;
      }
    }
    assertEquals(measures.size(), compared);
  }

  @Test
  void correlations() {
    int compared = 0;
    for (JsonNode c : study.reference().get("correlations")) {
      String x = c.get("x").asString();
      String y = c.get("y").asString();
      if (FIRST.containsKey(y)) {
        CSVRecord r = tables.correlation("", "", x + ".total", y + ".total");
        COMPARISON.count(x + " " + y + " n", c.get("n").asInt(), r.get("n"));
        COMPARISON.close(x + " " + y, c.get("pearson").asDouble(), r, "estimate", POINT);
        compared++;
      }
    }
    assertEquals(3, compared);
  }
}
