package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ScoringTest {
  private static final Library LIBRARY = Library.builtIn();

  private static Scoring scoring(String id, ScoringOptions options) {
    return Scoring.of(LIBRARY.find(id).orElseThrow(), options);
  }

  private static ScoringOptions options(
      OptionalInt maxMissing, Map<String, String> cutoffs, List<String> scales) {
    return new ScoringOptions(
        "auto", OptionalInt.empty(), Optional.empty(), maxMissing, true, cutoffs, Map.of(), scales);
  }

  private static List<String> ids(Scoring scoring) {
    return scoring.variables().stream().map(Variable::id).toList();
  }

  @Test
  void variablesCarryTheDocumentedIds() {
    assertEquals(
        List.of(
            "phq9.total",
            "phq9.total:screen_positive",
            "phq9.total:closer_to_interview_prevalence",
            "phq9.total#band",
            "phq9.total#status",
            "phq9.phq8",
            "phq9.phq8:screen_positive",
            "phq9.phq8#band",
            "phq9.phq8#status",
            "phq9.phq2",
            "phq9.phq2:screen_positive",
            "phq9.phq2:sensitive",
            "phq9.phq2#status",
            "phq9.mds_algorithm"),
        ids(scoring("phq9", ScoringOptions.standard())));
  }

  @Test
  void gridsAreTheSmallestThatHoldEveryScore() {
    assertEquals(1, scoring("phq9", ScoringOptions.standard()).variables().get(0).grid());
    assertEquals(60, scoring("cbi", ScoringOptions.standard()).variables().get(0).grid());
    assertEquals(
        6, scoring("boundary_strain", ScoringOptions.standard()).variables().get(0).grid());
    assertEquals(100, scoring("sleep_hours", ScoringOptions.standard()).variables().get(0).grid());
    Variable raw = scoring("phq9", ScoringOptions.standard().unrounded()).variables().get(0);
    assertEquals(56, raw.grid());
  }

  @Test
  void onlyTheScalesAskedForAreWritten() {
    Scoring scoring = scoring("phq9", options(OptionalInt.empty(), Map.of(), List.of("phq2")));
    assertEquals(
        List.of(
            "phq9.phq2", "phq9.phq2:screen_positive", "phq9.phq2:sensitive", "phq9.phq2#status"),
        ids(scoring));
    long[] out = {7, 7, 7, 7, 7, 7};
    scoring.score(new long[] {1, 2, 0, 0, 0, 0, 0, 0, 0}, Sex.MALE, out, 1);
    assertArrayEquals(new long[] {7, 3, 1, 1, 0, 7}, out);
  }

  @Test
  void everyChangedRuleIsSaid() {
    Scoring scoring =
        scoring(
            "phq9",
            options(OptionalInt.of(1), Map.of("total:screen_positive", "12"), List.of("total")));
    assertEquals(
        List.of(
            "PHQ-9 total: scored with at most 1 unanswered item instead of 2.",
            "PHQ-9 total: the cut-off screen_positive is at or above 12 instead of at or above 10."),
        scoring.overrides());
    assertEquals(List.of(), scoring("phq9", ScoringOptions.standard()).overrides());
  }

  @Test
  void aChangedMissingRuleLeavesShortScalesAlone() {
    Scoring scoring = scoring("phq9", options(OptionalInt.of(4), Map.of(), List.of()));
    assertTrue(scoring.overrides().stream().noneMatch(s -> s.contains("PHQ-2")));
    long[] codes = {1, 1, 1, 1, 1, Missing.MARK, Missing.MARK, Missing.MARK, Missing.MARK};
    long[] out = new long[scoring.variables().size()];
    scoring.score(codes, Sex.MALE, out, 0);
    assertEquals(9, out[0]);
  }

  @Test
  void aCutoffThatIsOffCanBeSetByTheUser() {
    Scoring scoring =
        scoring("olbi", options(OptionalInt.empty(), Map.of("exhaustion:high", "2.25"), List.of()));
    assertTrue(ids(scoring).contains("olbi.exhaustion:high"));
    assertEquals(1, scoring.overrides().size());
  }

  @Test
  void impossibleOptionsAreAllNamedAtOnce() {
    ScoringOptions options =
        new ScoringOptions(
            "words",
            OptionalInt.empty(),
            Optional.of("coded_9"),
            OptionalInt.of(9),
            true,
            Map.of("total:positive", "10", "total:screen_positive", "ten"),
            Map.of("10", Map.of("often", "1"), "1", Map.of("often", "7")),
            List.of("totl"));
    ProblemException e = assertThrows(ProblemException.class, () -> scoring("phq9", options));
    List<Code> codes = e.problems().stream().map(Problem::code).toList();
    assertEquals(4, codes.stream().filter(c -> c == Code.UNKNOWN_NAME).count(), e.getMessage());
    assertEquals(4, codes.stream().filter(c -> c == Code.VALUE_NOT_ALLOWED).count());
    assertTrue(e.getMessage().contains("\"total\""), e.getMessage());
  }

  @Test
  void aMissingRuleThatCannotBeHeldExactlyIsRefused() {
    ProblemException e =
        assertThrows(
            ProblemException.class,
            () -> scoring("mhpss", options(OptionalInt.of(21), Map.of(), List.of())));
    assertEquals(Code.VALUE_NOT_ALLOWED, e.problems().get(0).code());
  }

  @Test
  void blankAndUnscorableAreToldApart() {
    Scoring scoring = scoring("gad7", ScoringOptions.standard());
    long[] out = new long[scoring.variables().size()];
    int status = ids(scoring).indexOf("gad7.total#status");
    long[] codes = new long[7];
    Arrays.fill(codes, Missing.MARK);
    scoring.score(codes, Sex.FEMALE, out, 0);
    assertEquals(3, out[status]);
    codes[0] = 1;
    scoring.score(codes, Sex.FEMALE, out, 0);
    assertEquals(2, out[status]);
    Arrays.fill(codes, 1);
    codes[3] = Missing.MARK;
    scoring.score(codes, Sex.FEMALE, out, 0);
    assertEquals(1, out[status]);
  }

  @Test
  void everyInstrumentSurvivesSerialisation() throws Exception {
    for (String id : LIBRARY.ids()) {
      Scoring before = scoring(id, ScoringOptions.standard());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(before);
        out.writeObject(ItemChecks.of(before));
      }
      Scoring after;
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        after = (Scoring) in.readObject();
        ItemChecks checks = (ItemChecks) in.readObject();
        assertEquals(0, checks.respondents());
      }
      assertEquals(before.variables(), after.variables());
      assertEquals(before.scales(), after.scales());
      long[] codes = new long[before.items()];
      Arrays.fill(codes, 1);
      long[] one = new long[before.variables().size()];
      long[] two = one.clone();
      assertEquals(before.score(codes, Sex.MALE, one, 0), after.score(codes, Sex.MALE, two, 0));
      assertArrayEquals(one, two);
    }
  }

  @Test
  void theReportCanSayWhatAScaleIs() {
    ScaleInfo info = scoring("phq9", ScoringOptions.standard()).scales().get(0);
    assertEquals("phq9.total", info.id());
    assertEquals("phq9.total:screen_positive", info.defaultCutoff());
    assertEquals("at or above 10", info.cutoffs().get(0).label());
    assertEquals("0 to 27", info.range());
    assertEquals(
        "At most 2 of 9 items may be unanswered (convention, not a rule of the authors); the sum is"
            + " then raised in proportion and rounded half-up.",
        info.missingRule());
    assertEquals("from 15", info.bands().get(3).from());
    assertEquals("Moderately severe", info.bands().get(3).label());
  }
}
