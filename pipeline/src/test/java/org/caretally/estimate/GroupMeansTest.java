package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wald's test of all groups at once: against R, by identities, and by laws. */
@ExtendWith(Compared.class)
class GroupMeansTest {
  private static final Map<String, Double> EXPECTED = ReferenceSurvey.expected();
  private static final double POINT = 1e-9;

  private static Estimator measure(ReferenceSurvey survey, String name) {
    return survey.variable(name).max() == 1
        ? Proportion.ofCases(survey.position(name), name, ProportionInterval.KORN_GRAUBARD)
        : new Mean(survey.position(name), survey.variable(name));
  }

  private static List<DomainSums> groups(
      Sampling sampling, String group, Estimator measure, int... levels) {
    return IntStream.of(levels)
        .mapToObj(l -> sampling.of(new Cell(group, Integer.toString(l)), measure))
        .toList();
  }

  private static int[] all(ReferenceSurvey survey, String group) {
    return IntStream.rangeClosed(0, (int) survey.variable(group).max()).toArray();
  }

  @Test
  void equalsReference() {
    String[][] cases = {
      {"apistrat", "api00", "stype"},
      {"apiclus1", "api00", "stype"},
      {"apiclus1", "enroll", "stype"},
      {"apistrat", "sch.wide", "stype"},
      {"apiclus1", "awards", "stype"},
      {"apiclus1", "ell", "awards"},
      {"nhanes", "HI_CHOL", "race"},
      {"nhanes", "agecat", "race"},
      {"nhanes", "race", "agecat"}
    };
    for (String[] c : cases) {
      ReferenceSurvey survey = ReferenceSurvey.read(c[0]);
      Estimator measure = measure(survey, c[1]);
      Sampling sampling = survey.sampling(c[2], c[0].equals("apistrat"), List.of(measure));
      GroupMeans.Tested tested =
          GroupMeans.tested(measure, groups(sampling, c[2], measure, all(survey, c[2])));
      GroupMeans.Result r = tested.result();
      String key = "wald." + String.join(".", c);
      ReferenceSurvey.same(EXPECTED, key + ".F", r.f(), POINT);
      ReferenceSurvey.same(EXPECTED, key + ".ndf", r.numerator(), POINT);
      ReferenceSurvey.same(EXPECTED, key + ".ddf", r.denominator(), POINT);
      ReferenceSurvey.same(EXPECTED, key + ".p", r.pValue(), 1e-8);
      ReferenceSurvey.same(EXPECTED, key + ".eta", r.eta(), POINT);
      assertEquals(r.pValue(), tested.estimate().pValue(), 0);
      assertEquals(r.eta(), tested.estimate().value(), 0);
    }
  }

  /** Over two groups F is the square of the t of their difference, and one df is spent more. */
  @Test
  void ofTwoGroupsIsTheSquareOfTheirDifference() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    for (String name : List.of("api00", "awards")) {
      Estimator measure = measure(survey, name);
      for (Sampling sampling :
          List.of(
              survey.sampling("stype", false, List.of(measure)),
              survey.jackknife("stype", List.of(measure)))) {
        List<DomainSums> two = groups(sampling, "stype", measure, 0, 2);
        GroupMeans.Result r = GroupMeans.tested(measure, two).result();
        Estimate e = Difference.of(measure, two.subList(1, 2), two.subList(0, 1)).get(0);
        double t = e.value() / e.standardError();
        assertEquals(t * t, r.f(), 1e-10 * t * t);
        assertEquals(1, r.numerator());
        assertEquals(e.df() - 1, r.denominator());
      }
    }
  }

  /** Cramér's V and the correlation ratio of a yes or no by group are one number. */
  @Test
  void etaOfSharesIsCramersV() {
    ReferenceSurvey survey = ReferenceSurvey.read("nhanes");
    Estimator share = measure(survey, "HI_CHOL");
    Sampling sampling = survey.sampling("race", false, List.of(share));
    List<DomainSums> groups = groups(sampling, "race", share, all(survey, "race"));
    GroupMeans.Tested tested = GroupMeans.tested(share, groups);
    RaoScott.Tested other = RaoScott.tested((Proportion) share, groups);
    assertEquals(other.result().cramersV(), tested.result().eta(), 1e-12);
    assertEquals(other.estimate().n(), tested.estimate().n());
    assertEquals(other.estimate().cases(), tested.estimate().cases());
  }

  /** Which group comes first changes nothing. */
  @Test
  void orderOfGroupsChangesNothing() {
    ReferenceSurvey survey = ReferenceSurvey.read("apiclus1");
    Estimator mean = measure(survey, "api00");
    Sampling sampling = survey.sampling("stype", false, List.of(mean));
    GroupMeans.Result one =
        GroupMeans.tested(mean, groups(sampling, "stype", mean, 0, 1, 2)).result();
    GroupMeans.Result other =
        GroupMeans.tested(mean, groups(sampling, "stype", mean, 2, 0, 1)).result();
    assertEquals(one.f(), other.f(), 1e-10 * one.f());
    assertEquals(one.eta(), other.eta(), 1e-13);
  }

  private static final List<Cell> THREE =
      List.of(new Cell("g", "a"), new Cell("g", "b"), new Cell("g", "c"));

  private static GroupMeans.Tested made(
      List<EstimatorContract.Person> people, long factor, int groups, long shift) {
    Mean mean = new Mean(0, EstimatorContract.X);
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    THREE.forEach(c -> wanted.put(c, List.of(mean)));
    Ledger ledger = new Ledger(new Layout(wanted, false));
    for (EstimatorContract.Person p : people) {
      int at = p.inGroup() ? 0 : 1 + (int) (p.weight() % 2);
      long[] row = p.row().clone();
      row[0] += row[0] == org.caretally.codebook.Missing.MARK ? 0 : shift;
      int[] cells = at < groups ? new int[] {at} : new int[0];
      ledger.add(new Stratum(p.stratum()), p.psu(), "", p.weight() * factor, cells, row);
    }
    Sampling sampling = ledger.sampling(new Design(true, true, true, false, LonelyPsu.FAIL));
    return GroupMeans.tested(mean, THREE.stream().map(c -> sampling.of(c, mean)).toList());
  }

  @Test
  void orderScaleAndShiftChangeNothing() {
    List<EstimatorContract.Person> people = EstimatorContract.people(EstimatorContract.SEED);
    List<EstimatorContract.Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, new Random(EstimatorContract.SEED));
    GroupMeans.Tested e = made(people, 1, 3, 0);
    assertEquals(2, e.result().numerator());
    assertTrue(e.result().f() > 0 && e.result().eta() > 0 && e.result().eta() < 1);
    assertEquals(e, made(shuffled, 1, 3, 0));
    GroupMeans.Result heavy = made(people, 1024, 3, 0).result();
    assertEquals(e.result().f(), heavy.f(), 1e-10 * e.result().f());
    assertEquals(e.result().eta(), heavy.eta(), 1e-13);
    GroupMeans.Result shifted = made(people, 1, 3, 5).result();
    assertEquals(e.result().f(), shifted.f(), 1e-9 * e.result().f());
    assertEquals(e.result().pValue(), shifted.pValue(), 1e-9);
  }

  @Test
  void oneGroupGivesNoTest() {
    GroupMeans.Tested one = made(EstimatorContract.people(EstimatorContract.SEED), 1, 1, 0);
    assertTrue(Double.isNaN(one.result().f()) && Double.isNaN(one.estimate().value()));
    assertEquals(Reliability.Grade.SUPPRESS, one.estimate().reliability().grade());
    GroupMeans.Tested nobody = made(List.of(), 1, 3, 0);
    assertEquals(0, nobody.estimate().n());
  }
}
