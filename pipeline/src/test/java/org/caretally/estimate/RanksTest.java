package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rank test of two groups: against R, by identities, and by laws. */
@ExtendWith(Compared.class)
class RanksTest {
  private static final Map<String, Double> EXPECTED =
      ReferenceSurvey.expected("descriptives-expected");

  private static final Cell A = new Cell("group", "a");
  private static final Cell B = new Cell("group", "b");

  private static Ranks ranks(ReferenceSurvey survey, String variable) {
    return new Mean(survey.position(variable), survey.variable(variable)).ranks();
  }

  private static Estimate compared(
      ReferenceSurvey survey, String variable, String group, int a, int b, boolean persons) {
    Ranks ranks = ranks(survey, variable);
    Sampling sampling = survey.sampling(group, persons, List.of(ranks));
    return ranks.compared(
        sampling.of(new Cell(group, Integer.toString(a)), ranks),
        sampling.of(new Cell(group, Integer.toString(b)), ranks));
  }

  @Test
  void equalsReference() {
    String[][] cases = {
      {"apistrat", "api00", "stype", "0", "1"},
      {"apiclus1", "enroll", "stype", "0", "2"},
      {"nhanes", "agecat", "race", "1", "2"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      boolean persons = c[0].equals("apistrat");
      Estimate e =
          compared(survey, c[1], c[2], Integer.parseInt(c[3]), Integer.parseInt(c[4]), persons);
      String key = c[0] + "." + c[1];
      ReferenceSurvey.same(EXPECTED, "rank." + key, e.value(), 1e-9);
      ReferenceSurvey.same(EXPECTED, "rank_se." + key, e.standardError(), 1e-9);
    }
  }

  /** People as PSUs by second moments equals the same people each as a cluster of one. */
  @Test
  void peopleAsUnits() {
    ReferenceSurvey survey = ReferenceSurvey.read("apistrat");
    Estimate moments = compared(survey, "api00", "awards", 0, 1, true);
    Estimate units = compared(survey, "api00", "awards", 0, 1, false);
    assertEquals(units.value(), moments.value(), 0.0);
    assertEquals(units.standardError(), moments.standardError(), 1e-11);
    assertEquals(units.df(), moments.df());
  }

  @Test
  void turnsRound() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Estimate there = compared(survey, "enroll", "stype", 0, 2, false);
    Estimate back = compared(survey, "enroll", "stype", 2, 0, false);
    assertEquals(there.value(), -back.value(), 1e-14);
    assertEquals(there.standardError(), back.standardError(), 1e-14);
    assertEquals(there.pValue(), back.pValue(), 1e-12);
  }

  /** For a yes or no the chance to lie higher is half the difference of the shares. */
  @Test
  void ofCasesItIsHalfTheDifference() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Estimator share =
        Proportion.ofCases(survey.position("awards"), "awards", ProportionInterval.KORN_GRAUBARD);
    Sampling sampling = survey.sampling("stype", false, List.of(share));
    Cell first = new Cell("stype", "0");
    Cell second = new Cell("stype", "1");
    Estimate difference =
        Difference.of(
                share, List.of(sampling.of(first, share)), List.of(sampling.of(second, share)))
            .get(0);
    Estimate e = compared(survey, "awards", "stype", 0, 1, false);
    assertEquals(difference.value() / 2, e.value(), 1e-13);
    assertEquals(difference.standardError() / 2, e.standardError(), 1e-13);
    assertEquals(difference.pValue(), e.pValue(), 1e-11);
  }

  private static Estimate made(List<EstimatorContract.Person> people, long factor, boolean some) {
    Ranks ranks = new Mean(0, EstimatorContract.X).ranks();
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(A, List.of(ranks));
    wanted.put(B, List.of(ranks));
    Ledger ledger = new Ledger(new Layout(wanted, false));
    for (EstimatorContract.Person p : people) {
      int[] cells = p.inGroup() ? new int[] {0} : some ? new int[] {1} : new int[0];
      ledger.add(new Stratum(p.stratum()), p.psu(), "", p.weight() * factor, cells, p.row());
    }
    Sampling sampling = ledger.sampling(new Design(true, true, true, false, LonelyPsu.FAIL));
    return ranks.compared(sampling.of(A, ranks), sampling.of(B, ranks));
  }

  @Test
  void orderAndScaleChangeNothingAndNobodyGivesNoNumber() {
    List<EstimatorContract.Person> people = EstimatorContract.people(EstimatorContract.SEED);
    List<EstimatorContract.Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(EstimatorContract.SEED));
    Estimate e = made(people, 1, true);
    assertEquals(e, made(shuffled, 1, true));
    Estimate heavy = made(people, 1024, true);
    assertEquals(e.value(), heavy.value(), 1e-14);
    assertEquals(e.standardError(), heavy.standardError(), 1e-13);
    assertTrue(e.standardError() > 0);
    Estimate nothing = made(people, 1, false);
    assertTrue(Double.isNaN(nothing.value()));
    assertEquals(0, nothing.n());
  }
}
