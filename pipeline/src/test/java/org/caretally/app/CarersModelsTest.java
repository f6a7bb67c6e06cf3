package org.caretally.app;

import static org.caretally.app.Comparison.LIMIT;
import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of 908 carers, from the study file to the published table, against R. */
class CarersModelsTest {
  private static final String WITH = "with: [care_hours, age, education, dependency, employed]";
  private static final String MODELS =
      """

      models:
        linear: {outcome: negative_impact, %1$s}
        logistic: {outcome: "quality_of_life5.total:below_13", kind: logistic, %1$s}
        prevalence_ratio: {outcome: "quality_of_life5.total:below_13", %1$s, label: Low quality}
      """;

  @TempDir Path folder;

  private Path run(boolean open) throws IOException {
    RealStudy study = RealStudy.in(folder, "carers-efc");
    Path file = study.folder().resolve("study.yml");
    String text = Files.readString(file) + String.format(MODELS, WITH);
    Files.writeString(
        file, open ? text.replace("disclosure: standard", "disclosure: public-use") : text);
    Path out = folder.resolve("out");
    Runs.Result result = Runs.command("run", file.toString(), "--out", out.toString());
    assertEquals(0, result.exit(), result.err());
    return Path.of(result.out().strip());
  }

  @Test
  void equalsR() throws IOException {
    Comparison comparison = new Comparison("carers-efc-models");
    Path report = run(true);
    List<CSVRecord> published =
        Runs.table(report.resolveSibling("tables/models.csv")).stream()
            .filter(r -> !r.get("statistic").equals("average_marginal_effect"))
            .toList();
    List<CSVRecord> reference =
        Runs.table(Runs.ROOT.resolve("pipeline/src/test/resources/reference/carers-models.csv"));
    assertEquals(reference.size(), published.size());
    for (int i = 0; i < reference.size(); i++) {
      CSVRecord r = reference.get(i);
      CSVRecord p = published.get(i);
      assertEquals(r.get("kind"), p.get("model"));
      String what = r.get("kind") + " " + r.get("term");
      comparison.count(what + " n", Integer.parseInt(r.get("n")), p.get("n"));
      for (String column : List.of("estimate", "std_error")) {
        comparison.close(what, Double.parseDouble(r.get(column)), p, column, POINT);
      }
      for (String column : List.of("ci_low", "ci_high")) {
        comparison.close(what, Double.parseDouble(r.get(column)), p, column, LIMIT);
      }
    }
    comparison.write();
  }

  @Test
  void theReportSaysItInWords() throws IOException {
    Path report = run(false);
    String html = Files.readString(report);
    assertTrue(html.contains("id=\"model-linear\""));
    assertTrue(html.contains("for each 20 more"));
    assertTrue(html.contains("Severely dependent against Independent"));
    assertTrue(html.contains("alike in everything else in this table"));
    List<CSVRecord> rows = Runs.table(report.resolveSibling("tables/models.csv"));
    assertFalse(rows.stream().anyMatch(r -> r.get("estimate").length() > 5), "two decimals");
    assertFalse(rows.stream().anyMatch(r -> r.get("p_value").equals("0.000")));
  }
}
