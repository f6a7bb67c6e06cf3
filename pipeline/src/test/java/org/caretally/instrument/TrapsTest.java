package org.caretally.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Known ways to score an instrument wrongly; each is one test. */
class TrapsTest {
  private static final Library LIBRARY = Library.builtIn();
  private static final long NO = Missing.MARK;

  private static Instrument instrument(String id) {
    return LIBRARY.find(id).orElseThrow();
  }

  private record Result(Map<String, Long> cells, Map<String, Variable> variables, int flags) {
    long cell(String id) {
      return cells.get(id);
    }

    /** The value in hundredths, exact. */
    long hundredths(String id) {
      long scaled = cells.get(id) * 100;
      assertEquals(0, scaled % variables.get(id).grid(), id + " is no whole number of hundredths");
      return scaled / variables.get(id).grid();
    }
  }

  private static Result score(String id, ScoringOptions options, Sex sex, long... codes) {
    Scoring scoring = Scoring.of(instrument(id), options);
    assertEquals(scoring.items(), codes.length);
    List<Variable> variables = scoring.variables();
    long[] out = new long[variables.size()];
    int flags = scoring.score(codes, sex, out, 0);
    Map<String, Long> cells = new HashMap<>();
    Map<String, Variable> byId = new HashMap<>();
    for (int i = 0; i < out.length; i++) {
      cells.put(variables.get(i).id(), out[i]);
      byId.put(variables.get(i).id(), variables.get(i));
    }
    return new Result(cells, byId, flags);
  }

  private static Result score(String id, long... codes) {
    return score(id, ScoringOptions.standard(), Sex.OTHER_OR_UNKNOWN, codes);
  }

  private static Result text(String id, ScoringOptions options, String... texts) {
    Scoring scoring = Scoring.of(instrument(id), options);
    long[] codes = new long[texts.length];
    for (int i = 0; i < texts.length; i++) {
      codes[i] = texts[i].isEmpty() ? NO : scoring.answers(i).code(texts[i]);
      assertTrue(codes[i] > AnswerCodes.TOO_MANY_DECIMALS || codes[i] == NO, texts[i]);
    }
    return score(id, options, Sex.OTHER_OR_UNKNOWN, codes);
  }

  private static long[] all(int n, long code) {
    long[] codes = new long[n];
    Arrays.fill(codes, code);
    return codes;
  }

  @Test
  void gad7MisprintCountsAsZeroAndIsReported() {
    AnswerCodes first = Scoring.of(instrument("gad7"), ScoringOptions.standard()).answers(0);
    assertEquals(0, first.code("not at all sure"));
    assertTrue(first.suspicious("Not at all sure"));
  }

  @Test
  void phq9DifficultyItemIsNotPartOfTheForm() {
    assertEquals(9, instrument("phq9").items().size());
    assertEquals(1, instrument("phq9").unscoredItems().size());
    assertEquals(7, instrument("gad7").items().size());
  }

  @Test
  void phq9AlgorithmCountsItemNineFromSeveralDays() {
    assertEquals(1, score("phq9", 2, 2, 2, 2, 0, 0, 0, 0, 1).cell("phq9.mds_algorithm"));
    assertEquals(0, score("phq9", 2, 2, 2, 2, 0, 0, 0, 1, 0).cell("phq9.mds_algorithm"));
  }

  @Test
  void phq9AlgorithmIsUnknownWhenABlankCouldDecide() {
    assertEquals(NO, score("phq9", 2, NO, 2, 2, 2, 0, 0, 0, 0).cell("phq9.mds_algorithm"));
  }

  @Test
  void phq9ItemNineIsASafetyItem() {
    assertEquals(List.of(new SafetyItem(8, 1)), instrument("phq9").safetyItems());
  }

  @Test
  void panicGateSkipsTheRest() {
    long[] no = all(15, NO);
    assertEquals(NO, score("phq_pd", no).cell("phq_pd.panic_syndrome"));
    no[0] = 0;
    assertEquals(0, score("phq_pd", no).cell("phq_pd.panic_syndrome"));
  }

  @Test
  void higherIsBetterWhereThePublicationSaysSo() {
    Map<String, String> better =
        Map.of(
            "who5", "total",
            "hse_msit", "demands",
            "proqol5", "compassion_satisfaction",
            "spos8", "mean",
            "maas15", "mean");
    better.forEach(
        (id, scale) ->
            assertEquals(
                Direction.BETTER, instrument(id).scale(scale).orElseThrow().direction(), id));
  }

  @Test
  void who5NumberedFromTheTopIsTurned() {
    ScoringOptions top = ScoringOptions.standard().withVariant("coded_1_6_top_first");
    assertEquals(100, text("who5", top, "1", "1", "1", "1", "1").cell("who5.total"));
    assertEquals(100, text("who5", top, all("all of the time", 5)).cell("who5.total"));
  }

  private static String[] all(String text, int n) {
    String[] texts = new String[n];
    Arrays.fill(texts, text);
    return texts;
  }

  @Test
  void pss10NeverToEverythingIsModerateAndFlagged() {
    Result r = score("pss10", all(10, 0));
    assertEquals(16, r.cell("pss10.total"));
    assertEquals(1, r.cell("pss10.total#band"));
    assertEquals(Scoring.STRAIGHT_LINE, r.flags());
  }

  @Test
  void pss4AloneAndInsideThePss10ReverseOtherItems() {
    assertEquals(8, score("pss4", 0, 0, 0, 0).cell("pss4.total"));
    assertEquals(0, score("pss4", 0, 4, 4, 0).cell("pss4.total"));
    long[] ten = {0, 0, 0, 4, 4, 0, 4, 4, 0, 0};
    assertEquals(0, score("pss10", ten).cell("pss10.pss4"));
  }

  @Test
  void k6NumbersNeedAVariant() {
    ScoringOptions codes = ScoringOptions.standard().withValues("codes");
    assertThrows(ProblemException.class, () -> Scoring.of(instrument("k6"), codes));
    ScoringOptions five = codes.withVariant("coded_1_5");
    assertEquals(13, text("k6", five, "4", "3", "3", "3", "3", "3").cell("k6.total"));
  }

  @Test
  void dass21IsAlwaysDoubled() {
    assertEquals(14, score("dass21", all(21, 1)).cell("dass21.depression"));
    assertTrue(instrument("dass21").scales().get(0).label().contains("doubled"));
  }

  @Test
  void proqolAllOnesShowsTheReversedItems() {
    Result r = score("proqol5", all(30, 1));
    assertEquals(10, r.cell("proqol5.compassion_satisfaction"));
    assertEquals(30, r.cell("proqol5.burnout"));
    assertEquals(10, r.cell("proqol5.secondary_traumatic_stress"));
  }

  @Test
  void proqolKnowsRawBandsOnly() {
    for (Scale scale : instrument("proqol5").scales()) {
      assertEquals("10 to 50", scale.range());
      assertEquals("23", Exact.text(scale.bands().get(1).from()));
      assertEquals("42", Exact.text(scale.bands().get(2).from()));
    }
  }

  @Test
  void recallPeriodsDiffer() {
    assertEquals("7 days", instrument("stss").recall());
    assertEquals("30 days", instrument("proqol5").recall());
  }

  @Test
  void cbiMeansTheCopenhagenInventory() {
    assertEquals(19, instrument("cbi").items().size());
    assertEquals(20, instrument("counselor_bi").items().size());
  }

  @Test
  void cbiLastWorkItemIsReversed() {
    long[] codes = all(19, 50);
    codes[12] = 0;
    Result r = score("cbi", codes);
    assertEquals(1, r.cell("cbi.work:burnout_50"));
    Variable v = r.variables().get("cbi.work");
    assertEquals(400 * v.grid(), r.cell("cbi.work") * 7);
  }

  @Test
  void cbiFrequencyItemsMayBePrintedFirst() {
    ScoringOptions first = ScoringOptions.standard().withVariant("frequency_first");
    Scoring scoring = Scoring.of(instrument("cbi"), first);
    assertEquals(100, scoring.answers(9).code("always"));
    assertEquals(100, scoring.answers(10).code("to a very high degree"));
    assertEquals(List.of(9), scoring.scales().get(1).reversed());
  }

  @Test
  void olbiNumbersNeedToSayWhichEndAgrees() {
    ScoringOptions codes = ScoringOptions.standard().withValues("codes");
    assertThrows(ProblemException.class, () -> Scoring.of(instrument("olbi"), codes));
    Result r = score("olbi", all(16, 1));
    assertEquals(250, r.hundredths("olbi.exhaustion"));
    assertEquals(Scoring.STRAIGHT_LINE, r.flags());
  }

  @Test
  void olbiCutoffsStayOffUntilChecked() {
    assertFalse(score("olbi", all(16, 1)).cells().containsKey("olbi.exhaustion:high"));
    assertFalse(score("bat12", all(12, 1)).cells().containsKey("bat12.total#band"));
    assertFalse(score("vts", all(8, 1)).cells().containsKey("vts.total#band"));
    assertFalse(score("k10", all(10, 1)).cells().containsKey("k10.total#band"));
  }

  @Test
  void cipsCountsFromSixtyOne() {
    long[] codes = all(20, 3);
    assertEquals(0, score("cips", codes).cell("cips.total:frequent_or_intense"));
    codes[0] = 4;
    Result r = score("cips", codes);
    assertEquals(1, r.cell("cips.total:frequent_or_intense"));
    assertEquals(0, r.cell("cips.total:holmes_62"));
  }

  @Test
  void ulsEightReversesThreeAndSix() {
    assertEquals(8, score("uls8", 1, 1, 4, 1, 1, 4, 1, 1).cell("uls8.total"));
    assertTrue(instrument("uls8").unverified());
  }

  @Test
  void uclaTwentyReversesNineItems() {
    Set<Integer> wanted = Set.of(0, 4, 5, 8, 9, 14, 15, 18, 19);
    Method.Total total = (Method.Total) instrument("ucla20").scales().get(0).method();
    assertEquals(wanted, total.set().reversed());
  }

  @Test
  void isiItemsAreNamedOneToSevenWithThreeLabelSets() {
    Set<Responses> sets = new HashSet<>();
    instrument("isi").items().forEach(i -> sets.add(i.responses()));
    assertEquals(3, sets.size());
  }

  private static long[] sleeper(long bed, long rise, long hours) {
    return new long[] {bed, 1500, rise, hours, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1};
  }

  @Test
  void psqiExactlySevenHoursIsTheBestCategoryUnlessTheVariantSaysOtherwise() {
    assertEquals(3, score("psqi", sleeper(1380, 420, 700)).cell("psqi.global"));
    ScoringOptions strict = ScoringOptions.standard().withVariant("seven_hours_scores_one");
    Result r = score("psqi", strict, Sex.MALE, sleeper(1380, 420, 700));
    assertEquals(4, r.cell("psqi.global"));
  }

  @Test
  void psqiNightRunsPastMidnight() {
    assertEquals(3, score("psqi", sleeper(30, 510, 700)).cell("psqi.global"));
  }

  @Test
  void psqiImpossibleNightIsScoredAndFlagged() {
    Result r = score("psqi", sleeper(1380, 300, 700));
    assertEquals(3, r.cell("psqi.global"));
    assertEquals(Scoring.IMPLAUSIBLE, r.flags());
  }

  @Test
  void psqiFreeTextDisturbanceMayBeBlank() {
    long[] codes = sleeper(1380, 420, 700);
    codes[13] = NO;
    assertEquals(3, score("psqi", codes).cell("psqi.global"));
    codes[12] = NO;
    assertEquals(NO, score("psqi", codes).cell("psqi.global"));
  }

  @Test
  void essLabelIsMatchedWhole() {
    AnswerCodes ess = Scoring.of(instrument("ess"), ScoringOptions.standard()).answers(0);
    assertEquals(AnswerCodes.UNKNOWN_LABEL, ess.code("never"));
    assertEquals(0, ess.code("Would never doze"));
  }

  @Test
  void auditLastItemsAreZeroTwoFour() {
    ScoringOptions one = ScoringOptions.standard().withVariant("numbered_from_1");
    Result r = text("audit", one, "1", "", "", "", "", "", "", "", "2", "3");
    assertEquals(6, r.cell("audit.total"));
    AnswerCodes ninth = Scoring.of(instrument("audit"), ScoringOptions.standard()).answers(8);
    assertEquals(AnswerCodes.OUT_OF_RANGE, ninth.code("1"));
  }

  @Test
  void auditSkipsAreNotMissing() {
    assertEquals(0, score("audit", 0, NO, NO, NO, NO, NO, NO, NO, 0, 0).cell("audit.total"));
    assertEquals(1, score("audit", 1, 0, 0, NO, NO, NO, NO, NO, 0, 0).cell("audit.total"));
    assertEquals(NO, score("audit", 2, 1, 0, 0, NO, 0, 0, 0, 0, 0).cell("audit.total"));
  }

  @Test
  void auditContradictionIsKeptAndFlagged() {
    long[] codes = {0, 2, 1, 0, 0, 0, 0, 0, 0, 0};
    Result r = score("audit", codes);
    assertEquals(3, r.cell("audit.total"));
    assertEquals(2, codes[1]);
    assertTrue((r.flags() & Scoring.INCONSISTENT_SKIP) != 0);
  }

  @Test
  void otherFormsOfTheAuditAreRefusedOrCutElsewhere() {
    ScoringOptions us = ScoringOptions.standard().withVariant("usaudit");
    assertThrows(ProblemException.class, () -> Scoring.of(instrument("audit"), us));
    ScoringOptions uk = ScoringOptions.standard().withVariant("uk_units");
    Result four = score("audit", uk, Sex.FEMALE, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    assertEquals(0, four.cell("audit.audit_c:screen_positive"));
    assertEquals(1, Scoring.of(instrument("audit"), uk).overrides().size());
  }

  @Test
  void auditCCutoffDependsOnSexAndTheFallbackIsCounted() {
    ScoringOptions own = ScoringOptions.standard();
    String id = "audit_c.total:screen_positive";
    assertEquals(1, score("audit_c", own, Sex.FEMALE, 1, 1, 1).cell(id));
    assertEquals(0, score("audit_c", own, Sex.MALE, 1, 1, 1).cell(id));
    Result other = score("audit_c", own, Sex.OTHER_OR_UNKNOWN, 1, 1, 1);
    assertEquals(1, other.cell(id));
    assertEquals(Scoring.SEX_FALLBACK, other.flags());
    assertEquals(0, score("audit_c", own, Sex.MALE, 1, 1, 1).flags());
    assertEquals(0, score("audit_c", own, Sex.MALE, 1, 1, 1).cell("audit_c.total:uk_5"));
  }

  @Test
  void dastNonUserNeverScores() {
    Result r = score("dast10", all(10, 0));
    assertEquals(0, r.cell("dast10.total"));
    assertEquals(0, r.flags());
    assertEquals(2, score("dast10", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0).cell("dast10.total"));
  }

  @Test
  void dastItemThreeMayAskTheOpposite() {
    ScoringOptions unable = ScoringOptions.standard().withVariant("item3_unable");
    String[] answers = {"yes", "no", "yes", "no", "no", "no", "no", "no", "no", "no"};
    assertEquals(2, text("dast10", unable, answers).cell("dast10.total"));
    answers[2] = "0";
    assertEquals(1, text("dast10", unable, answers).cell("dast10.total"));
  }

  @Test
  void hseKeyHoldsEveryItemOnce() {
    Set<Integer> seen = new TreeSet<>();
    int reversed = 0;
    for (Scale scale : instrument("hse_msit").scales()) {
      Method.Total total = (Method.Total) scale.method();
      total.items().forEach(i -> assertTrue(seen.add(i), "item " + i + " twice"));
      reversed += total.set().reversed().size();
    }
    assertEquals(35, seen.size());
    assertEquals(12, reversed);
    assertEquals(6, instrument("hse_msit").scale("control").orElseThrow().method().items().size());
  }

  @Test
  void sposReversesTwoThreeFiveSeven() {
    assertEquals(300, score("spos8", all(8, 6)).hundredths("spos8.mean"));
    assertEquals(600, score("spos8", 6, 0, 0, 6, 0, 6, 0, 6).hundredths("spos8.mean"));
  }

  @Test
  void ffmqSaysWhichOrderItMeans() {
    String notes = String.join(" ", instrument("ffmq15").notes());
    assertTrue(notes.contains("39-item numbers"), notes);
  }

  @Test
  void maasHasNoReversedItem() {
    assertEquals(100, score("maas15", all(15, 1)).hundredths("maas15.mean"));
  }

  @Test
  void osloFirstItemHasFourOptionsAndFormsMayRunBestFirst() {
    assertEquals(4, instrument("osss3").items().get(0).responses().max());
    assertEquals(5, instrument("osss3").items().get(1).responses().max());
    ScoringOptions best = ScoringOptions.standard().withVariant("items_2_3_best_first");
    assertEquals(14, text("osss3", best, "4", "1", "1").cell("osss3.total"));
  }

  @Test
  void safetyClimateBandsAreForGroupsOnly() {
    for (String id : List.of("psc4", "psc12")) {
      Scale scale = instrument(id).scales().get(0);
      assertTrue(scale.bands().isEmpty());
      assertFalse(scale.groupBands().isEmpty());
    }
    assertFalse(score("psc4", 1, 1, 1, 1).cells().containsKey("psc4.total#band"));
  }

  @Test
  void roundingDecidesBandsAndCases() {
    Result half = score("phq9", 1, 0, 1, 0, NO, 1, 0, 1, 0);
    assertEquals(5, half.cell("phq9.total"));
    assertEquals(1, half.cell("phq9.total#band"));
    Result raw =
        score(
            "phq9",
            ScoringOptions.standard().unrounded(),
            Sex.MALE,
            new long[] {1, 0, 1, 0, NO, 1, 0, 1, 0});
    assertEquals(450, raw.hundredths("phq9.total"));
    assertEquals(0, raw.cell("phq9.total#band"));
  }
}
