package org.caretally.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;
import org.junit.jupiter.api.Test;

/** Attacks on distributions by subtracting bins from what is published of the same score. */
class HistogramGateTest {
  private static final long SEED = 31415L;
  private static final int K = 11;
  private static final Map<String, String> WORDS = Map.of("wave", "2026", "measure", "s.total");

  private static Histogram histogram(long[] people, Set<Integer> edges, Set<Long> marks) {
    List<Histogram.Slot> slots = new ArrayList<>();
    for (int i = 0; i < people.length; i++) {
      slots.add(new Histogram.Slot(Integer.toString(i), people[i], people[i]));
    }
    return new Histogram(
        WORDS,
        slots,
        edges,
        marks,
        Map.of("few", 2L, "most", 500L),
        Set.of("by_score"),
        Care.USUAL);
  }

  private static Released released(Gate gate, List<Fact> estimates, List<Fact> bands) {
    return gate.release(
        new Release(estimates, bands, List.of(), List.of(), List.of(), List.of(), false));
  }

  private static Fact share(TableKind kind, Map<String, String> words, long n, long cases) {
    double p = (double) cases / n;
    Interval interval = new Interval(Math.max(0, p - .1), Math.min(1, p + .1), "t");
    Estimate estimate =
        new Estimate(
            "prevalence",
            p,
            Math.sqrt(p * (1 - p) / n),
            interval,
            n - 1,
            n,
            cases,
            n,
            1,
            Double.NaN,
            Reliability.FINE);
    return new Fact(kind, words, estimate, Double.NaN, Map.of(), Care.USUAL);
  }

  private static List<Row> rows(String profile, Histogram one) {
    Gate gate = new Gate(Profile.of(profile, K));
    return gate.histograms(List.of(one), released(gate, List.of(), List.of())).rows();
  }

  /** People below the beginning of each bin, read from the published rows. */
  private static TreeSet<Long> below(List<Row> rows, long[] people) {
    TreeSet<Long> all = new TreeSet<>(List.of(0L));
    long sum = 0;
    for (int i = 0; i < people.length; i++) {
      String from = Integer.toString(i);
      if (i > 0 && rows.stream().anyMatch(r -> r.text("bin_from").equals(from))) {
        all.add(sum);
      }
      sum += people[i];
    }
    all.add(sum);
    return all;
  }

  private static long[] people(Random random, int size) {
    long[] people = new long[size];
    for (int i = 0; i < size; i++) {
      people[i] = random.nextInt(random.nextBoolean() ? 7 : 90);
    }
    return people;
  }

  @Test
  void noDifferenceWithABinIsAboutFewPeople() {
    Random random = new Random(SEED);
    int shown = 0;
    int leaks = 0;
    for (int round = 0; round < 3000; round++) {
      long[] people = people(random, 5 + random.nextInt(25));
      Set<Long> marks = new TreeSet<>();
      long sum = 0;
      for (long count : people) {
        sum += count;
        if (random.nextInt(4) == 0) {
          marks.add(sum + (random.nextInt(3) == 0 ? random.nextInt(30) : 0));
        }
      }
      List<Row> rows = rows("standard", histogram(people, Set.of(3), marks));
      TreeSet<Long> bins = below(rows, people);
      for (long bin : bins) {
        TreeSet<Long> others = new TreeSet<>(bins);
        if (bin > 0 && bin < sum) {
          others.addAll(marks);
          shown++;
        }
        for (long other : others) {
          long apart = Math.abs(bin - other);
          assertTrue(apart == 0 || apart >= K, "round " + round + ", seed " + SEED);
        }
      }
      TreeSet<Long> careless =
          below(rows("standard", histogram(people, Set.of(3), Set.of())), people);
      for (long mark : marks) {
        leaks += careless.stream().anyMatch(b -> b != mark && Math.abs(b - mark) < K) ? 1 : 0;
      }
    }
    assertTrue(shown > 5_000, "the attack saw only " + shown + " bins");
    assertTrue(
        leaks > 1_000, "without what else is published the same bins give few away: " + leaks);
  }

  @Test
  void aBinBeginsAtACutOffWhereItMay() {
    long[] people = {40, 40, 40, 40, 40, 40, 600, 400};
    List<Row> rows = rows("standard", histogram(people, Set.of(5), Set.of(200L)));
    assertTrue(rows.stream().anyMatch(r -> r.text("bin_from").equals("5")));
    assertEquals("", rows.get(0).text("bin_from"));
    assertEquals("", rows.get(rows.size() - 1).text("bin_below"));
  }

  /** Single scores of a small survey would add up to the exact sum, which the mean only rounds. */
  @Test
  void aSmallSurveyHasNoBinOfASingleScore() {
    long[] people = {40, 40, 40, 40, 40, 40, 40, 40};
    TreeSet<Long> small = below(rows("standard", histogram(people, Set.of(), Set.of())), people);
    assertEquals(new TreeSet<>(List.of(0L, 80L, 160L, 240L, 320L)), small);
    long[] many = {140, 140, 140, 140, 140, 140, 140, 140};
    assertEquals(9, below(rows("standard", histogram(many, Set.of(), Set.of())), many).size());
  }

  /** A hidden band that many are in protects another one; that few are in one is only a mark. */
  @Test
  void whatIsHiddenForAnotherHidesTheDistribution() {
    Gate gate = new Gate(Profile.of("standard", K));
    Histogram one = histogram(new long[] {500, 500, 500, 2}, Set.of(), Set.of(1500L));
    Released few = hiddenBand(gate, "few");
    assertEquals("confidential", few.bands().rows().get(0).text("status"));
    List<Row> rows = gate.histograms(List.of(one), few).rows();
    assertEquals(List.of("", "1", "2"), rows.stream().map(r -> r.text("bin_from")).toList());
    assertHidden(gate.histograms(List.of(one), hiddenBand(gate, "most")));
    Map<String, String> group =
        Map.of("wave", "2026", "scale", "s.total", "domain", "by_score", "level", "high");
    Fact cell = share(TableKind.ESTIMATES, group, 8, 4);
    assertHidden(gate.histograms(List.of(one), released(gate, List.of(cell), List.of())));
  }

  private static Released hiddenBand(Gate gate, String id) {
    Released none = released(gate, List.of(), List.of());
    return new Released(
        none.estimates(),
        gate.table(TableKind.BANDS, List.of(share(TableKind.BANDS, band(id), 1502, 2))),
        none.ends(),
        none.safety(),
        none.correlations(),
        none.audit(),
        Set.of());
  }

  private static Map<String, String> band(String id) {
    return Map.of("wave", "2026", "scale", "s.total", "band", id);
  }

  private static void assertHidden(ProtectedTable table) {
    assertEquals(1, table.rows().size());
    assertFalse(table.rows().get(0).shows("share"));
    assertEquals("confidential", table.rows().get(0).text("status"));
  }

  @Test
  void publicDataKeepEveryBin() {
    long[] people = {1, 0, 3, 2};
    assertEquals(4, rows("public-use", histogram(people, Set.of(), Set.of(2L))).size());
  }

  @Test
  void fewPeopleHaveNoDistribution() {
    List<Row> rows = rows("standard", histogram(new long[] {5, 5}, Set.of(), Set.of()));
    assertFalse(rows.get(0).shows("share"));
    assertFalse(rows.get(0).shows("n"));
  }
}
