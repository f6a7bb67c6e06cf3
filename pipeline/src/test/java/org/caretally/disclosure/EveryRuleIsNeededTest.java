package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;
import org.junit.jupiter.api.Test;

/** Switches each rule off in turn: then something can be read off that must not be. */
class EveryRuleIsNeededTest {
  private static final Profile STANDARD = Profile.of("standard", 11);
  private static final Group A = new Group("job", "a");
  private static final Group B = new Group("job", "b");
  private static final Group C = new Group("job", "c");

  private static Gate without(Class<? extends Rule> rule) {
    List<Rule> rules = Gate.rules(STANDARD).stream().filter(r -> !rule.isInstance(r)).toList();
    return new Gate(STANDARD, rules, new Precision(true));
  }

  private static Fact share(String measure, Group group, long n, long cases) {
    double p = (double) cases / n;
    double error = Math.sqrt(p * (1 - p) / (n - 1));
    Interval interval = new Interval(Math.max(0, p - .1), Math.min(1, p + .1), "t");
    Estimate estimate =
        new Estimate(
            "prevalence", p, error, interval, n - 1, n, cases, n, 1, Double.NaN, Reliability.FINE);
    Map<String, String> words =
        Map.of("measure", measure, "domain", group.domain(), "level", group.level());
    return new Fact(TableKind.ESTIMATES, words, estimate, Double.NaN, Map.of(), Care.USUAL);
  }

  private static List<String> statuses(Gate gate, List<Fact> facts, List<Margin> margins) {
    Release release =
        new Release(facts, List.of(), List.of(), List.of(), List.of(), margins, false);
    return gate.release(release).estimates().rows().stream().map(r -> r.text("status")).toList();
  }

  @Test
  void aSmallBaseIsHidden() {
    List<Fact> facts = List.of(share("m", A, 8, 4));
    assertEquals("confidential", printed(new Gate(STANDARD), facts, "status"));
    assertEquals("shown", printed(without(BaseRule.class), facts, "status"));
  }

  @Test
  void fewCasesAreHidden() {
    List<Fact> facts = List.of(share("m", A, 60, 1), share("m", B, 60, 59));
    List<String> hidden = List.of("confidential", "confidential");
    assertEquals(hidden, statuses(new Gate(STANDARD), facts, List.of()));
    assertTrue(statuses(without(CasesRule.class), facts, List.of()).contains("shown"));
  }

  @Test
  void smallGroupsAreShownTogetherBeforeTheyAreHidden() {
    long[][] bases = {{200}, {60}, {7}, {6}};
    assertEquals(List.of(List.of(2, 3)), Pooling.pools(bases, false, STANDARD));
    assertEquals(List.of(), Pooling.pools(bases, false, STANDARD.named("public-use")));
  }

  /** One measure's blanks must not give away another measure's groups. */
  @Test
  void aGroupTooSmallForOneMeasureIsHiddenForAll() {
    Margin margin = new Margin(Group.EVERYBODY, List.of(A, B, C));
    List<Fact> facts = new ArrayList<>();
    for (String measure : List.of("m1", "m2")) {
      facts.add(share(measure, Group.EVERYBODY, 160, 60));
      facts.add(share(measure, A, 80, 30));
      facts.add(share(measure, B, 68, 25));
    }
    facts.add(share("m1", C, 12, 5));
    facts.add(share("m2", C, 10, 5));
    List<String> statuses = statuses(new Gate(STANDARD), facts, List.of(margin));
    assertEquals("confidential", statuses.get(6));
    assertEquals("confidential", statuses.get(7));
    List<Fact> first = List.of(facts.get(0), facts.get(1), facts.get(2), facts.get(6));
    assertEquals("shown", statuses(new Gate(STANDARD), first, List.of(margin)).get(3));
  }

  @Test
  void whatFollowsFromASumIsHidden() {
    List<Fact> facts =
        List.of(
            share("m", Group.EVERYBODY, 140, 60),
            share("m", A, 80, 30),
            share("m", B, 53, 25),
            share("m", C, 7, 5));
    Margin margin = new Margin(Group.EVERYBODY, List.of(A, B, C));
    List<String> tied = statuses(new Gate(STANDARD), facts, List.of(margin));
    assertEquals(2, tied.stream().filter("confidential"::equals).count(), tied.toString());
    List<String> blind = statuses(new Gate(STANDARD), facts, List.of());
    assertEquals(1, blind.stream().filter("confidential"::equals).count(), blind.toString());
  }

  @Test
  void numbersAreNoFinerThanPeopleAllow() {
    List<Fact> facts = List.of(share("m", A, 637, 201));
    Gate exact = new Gate(STANDARD, Gate.rules(STANDARD), new Precision(false));
    assertEquals("635", printed(new Gate(STANDARD), facts, "n"));
    assertEquals("637", printed(exact, facts, "n"));
    assertEquals(7, fits(printed(new Gate(STANDARD), facts, "estimate")));
    assertEquals(1, fits(printed(exact, facts, "estimate")));
  }

  private static String printed(Gate gate, List<Fact> facts, String column) {
    return gate.table(TableKind.ESTIMATES, facts).rows().get(0).text(column);
  }

  /** How many numbers of cases among 637 people a printed share fits. */
  private static long fits(String printed) {
    double unit = Math.pow(10, -Math.min(12, printed.length() - 2));
    double share = Double.parseDouble(printed);
    return LongStream.rangeClosed(0, 637)
        .filter(x -> Math.abs(x / 637.0 - share) <= unit / 2)
        .count();
  }

  @Test
  void countsOfFewRowsAreHidden() {
    Tally tally = new Tally("t", List.of("c"), List.of(new Tally.Line(Map.of(), Map.of("c", 4L))));
    assertEquals("[c]", new Gate(STANDARD).counts(tally).rows().get(0).text("c"));
    assertEquals("4", new Gate(STANDARD.named("public-use")).counts(tally).rows().get(0).text("c"));
  }

  @Test
  void selfHarmIsStrictWhateverTheProfile() {
    List<Fact> facts =
        List.of(
            new Fact(
                TableKind.SAFETY,
                Map.of(),
                share("m", Group.EVERYBODY, 400, 5).estimate(),
                Double.NaN,
                Map.of(),
                Care.USUAL));
    Gate open = new Gate(STANDARD.named("public-use"));
    assertEquals("confidential", open.table(TableKind.SAFETY, facts).rows().get(0).text("status"));
    assertEquals("shown", open.table(TableKind.ESTIMATES, facts).rows().get(0).text("status"));
  }

  @Test
  void aNearlySameSecondReportTells() {
    List<Printed> first = List.of(line("200", "0.35"));
    assertTrue(telling(first, first, false).isEmpty());
    assertEquals(Set.of("2026 everybody"), telling(first, List.of(line("205", "0.36")), false));
    assertTrue(telling(first, List.of(line("260", "0.36")), false).isEmpty());
  }

  @Test
  void aReportAboutSomeOfThePeopleTellsAboutTheOthers() {
    List<Printed> all = List.of(line("200", "0.35"));
    assertTrue(telling(all, List.of(line("100", "0.35")), true).isEmpty());
    assertEquals(Set.of("2026 everybody"), telling(all, List.of(line("100", "0.65")), true));
    Printed hidden = new Printed("2026", Group.EVERYBODY, "m:c", "m", true, "", "");
    assertEquals(Set.of("2026 everybody"), telling(all, List.of(hidden), true));
    assertTrue(telling(all, List.of(hidden), false).isEmpty());
  }

  private static Set<String> telling(List<Printed> one, List<Printed> other, boolean sameData) {
    return TwoReports.telling(one, other, sameData);
  }

  private static Printed line(String n, String estimate) {
    return new Printed("2026", Group.EVERYBODY, "m:c", "m", false, n, estimate);
  }

  @Test
  void aCensusIsStrict() {
    List<Fact> facts = List.of(share("m", A, 60, 5));
    assertEquals(List.of("shown"), statuses(new Gate(STANDARD.census(70, 100)), facts, List.of()));
    assertEquals(
        List.of("confidential"), statuses(new Gate(STANDARD.census(90, 100)), facts, List.of()));
  }
}
