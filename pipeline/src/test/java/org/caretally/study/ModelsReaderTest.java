package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Form;
import org.caretally.estimate.Model;
import org.caretally.instrument.Library;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as a study asks for them, and the one it gets without asking. */
class ModelsReaderTest {
  private static final String STUDY =
      """
      version: 1
      title: T
      population: P
      file: s.csv
      support: ["Help line"]
      columns:
        age: {number: {min: 18, max: 70}}
        role: {levels: [a, b]}
      instruments: {%s}
      """;
  private static final String HEADER =
      "age,role," + "c1,c2,c3,c4,c5,c6,c7,c8,c9,c10,c11,c12,c13,c14,c15,c16,c17,c18,c19,o1,o2,o3\n";
  private static final String BOTH = "cbi: \"c{1..19}\", osss3: \"o{1..3}\"";

  @TempDir Path folder;

  private Plan plan(String instruments, String models) throws IOException {
    Files.writeString(folder.resolve("s.csv"), HEADER + "40,a" + ",".repeat(22) + "\n");
    Path file = folder.resolve("study.yml");
    Files.writeString(file, String.format(STUDY, instruments) + models);
    return Planner.plan(StudyReader.read(file), Library.builtIn(), new Problems());
  }

  private List<Problem> problems(String models) {
    return assertThrows(ProblemException.class, () -> plan(BOTH, models)).problems();
  }

  private static List<String> with(ModelPlan plan) {
    return plan.model().regressors().stream().map(r -> r.variable().id()).toList();
  }

  @Test
  void burnoutIsTheDefault() throws IOException {
    List<ModelPlan> models = plan(BOTH, "").models();
    assertEquals(1, models.size());
    assertEquals("cbi.work", models.get(0).model().variable().id());
    assertEquals(Model.Kind.LINEAR, models.get(0).model().kind());
    assertEquals(List.of("age", "osss3.total:poor_support"), with(models.get(0)));
    assertTrue(models.get(0).labels().get(1).startsWith("Supportive network: "));
  }

  @Test
  void noBurnoutNoModel() throws IOException {
    assertTrue(plan("osss3: \"o{1..3}\"", "").models().isEmpty());
    assertTrue(plan(BOTH, "models: none\n").models().isEmpty());
  }

  @Test
  void askedFor() throws IOException {
    String two =
        """
        models:
          one: {outcome: "cbi.work:burnout_50", with: [role, age], kind: logistic, label: Who}
          two: {outcome: "cbi.work:burnout_50", with: osss3.total}
        """;
    List<ModelPlan> models = plan(BOTH, two).models();
    assertEquals(Model.Kind.LOGISTIC, models.get(0).model().kind());
    assertEquals("Who", models.get(0).label());
    assertEquals(List.of("role", "age"), with(models.get(0)));
    assertEquals(Model.Kind.PREVALENCE_RATIO, models.get(1).model().kind());
    assertTrue(models.get(1).care().sensitive());
    assertTrue(TableKind.MODELS.columns().contains("p_adjusted"));
  }

  private static final String BANDS =
      """
      domains:
        age_band: {of: age, cuts: [18, 30, 40, 50], labels: [a, b, c, d]}
        other: {of: [role, age_band]}
      """;

  @Test
  void termsAskedFor() throws IOException {
    String text =
        """
        models:
          one:
            outcome: cbi.work
            with: [role, age_band, osss3.total, age]
            reference: {role: b, age_band: c}
            splines: {age: age_band, osss3.total: range}
            interactions: [[role, age_band]]
        """;
    Model model = plan(BOTH, BANDS + text).models().get(0).model();
    assertEquals(1, model.regressors().get(0).reference());
    assertEquals(2, model.regressors().get(1).reference());
    assertEquals(
        List.of(18L, 30L, 40L, 50L), ((Form.Groups) model.regressors().get(1).form()).cuts());
    assertEquals(
        List.of(18.0, 30.0, 40.0, 50.0), ((Form.Spline) model.regressors().get(3).form()).knots());
    assertEquals(4, model.regressors().get(2).form().size() + 1);
    assertEquals(List.of(new Model.Interaction(0, 1)), model.interactions());
    assertEquals(List.of(0, 1), model.regressorsOf(4));
  }

  @Test
  void termsThatCannotBe() {
    String with = BANDS + "models: {m: {outcome: cbi.work, with: [role, age, age_band], %s}}\n";
    for (String[] pair :
        new String[][] {
          {"reference: {role: c}", "has no level \"c\""},
          {"reference: {age: c}", "has no level \"c\""},
          {"splines: {role: [1, 2, 3]}", "is no number"},
          {"splines: {age: [20, 30]}", "knots"},
          {"splines: {age: [20, 40, 30]}", "knots"},
          {"splines: {age: [10, 20, 30]}", "knots"},
          {"splines: {age: [twenty, 30, 40]}", "knots"},
          {"interactions: [[age, rol]]", "rol"},
          {"interactions: [age, role]", "interactions"},
          {"splines: {age: range}, interactions: [[age, role]]", "curve and in an interaction"},
        }) {
      List<Problem> problems = problems(String.format(with, pair[0]));
      assertTrue(problems.stream().anyMatch(p -> p.what().contains(pair[1])), pair[0] + problems);
    }
    String crossed = BANDS + "models: {m: {outcome: cbi.work, with: [other]}}\n";
    assertTrue(problems(crossed).get(0).expected().contains("cuts one number into bands"));
  }

  @Test
  void curvesWithoutBeingAsked() throws IOException {
    assertTrue(plan(BOTH, BANDS).doses().isEmpty(), "age has no better side");
    String study = BANDS + "dose_response: {of: osss3.total, knots: range, with: [role, age]}\n";
    List<DosePlan> doses = plan(BOTH, study).doses();
    assertEquals(
        List.of("cbi.work:burnout_50", "cbi.personal:burnout_50"),
        doses.stream().map(d -> d.measure().id()).toList());
    assertEquals(Model.Kind.LOGISTIC, doses.get(0).plan().model().kind());
    assertEquals("dose osss3.total", doses.get(1).plan().model().pool());
    assertEquals(List.of("osss3.total", "role", "age"), doses.get(0).plan().with());
    assertTrue(plan(BOTH, BANDS + "dose_response: none\n").doses().isEmpty());
  }

  @Test
  void curvesThatCannotBe() {
    String levels = "dose_response: {of: role, knots: [1, 2, 3]}\n";
    assertTrue(problems(levels).get(0).what().contains("is no number"));
    String few = "dose_response: {of: age, knots: [20, 30]}\n";
    assertTrue(problems(few).get(0).what().contains("knots"));
    String none = "dose_response: {of: age}\n";
    assertTrue(problems(none).get(0).what().contains("\"knots\" is missing"));
    String itself = "dose_response: {of: age, knots: range, with: [age]}\n";
    assertTrue(problems(itself).get(0).what().contains("age"));
  }

  @Test
  void whatCannotBe() {
    String unknown = "models: {m: {outcome: cbi.work, with: [agee]}}\n";
    assertTrue(problems(unknown).get(0).nearest().contains("age"));
    String cutoff = "models: {m: {outcome: \"cbi.work:burnout_05\", with: [age]}}\n";
    assertTrue(problems(cutoff).get(0).nearest().contains("burnout_50"));
    String score = "models: {m: {outcome: cbi.work, kind: logistic, with: [age]}}\n";
    assertTrue(problems(score).get(0).what().contains("cannot be the outcome"));
    String levels = "models: {m: {outcome: role, with: [age]}}\n";
    assertTrue(problems(levels).get(0).what().contains("cannot be the outcome"));
    String itself = "models: {m: {outcome: age, with: [age]}}\n";
    assertTrue(problems(itself).get(0).expected().contains("not the outcome"));
    String nothing = "models: {m: {outcome: age}}\n";
    assertTrue(problems(nothing).get(0).what().contains("\"with\" is missing"));
    String kind = "models: {m: {outcome: age, with: [role], kind: probit}}\n";
    assertTrue(problems(kind).get(0).what().contains("probit"));
  }
}
