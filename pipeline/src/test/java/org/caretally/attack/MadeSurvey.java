package org.caretally.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Margin;
import org.caretally.disclosure.Pooling;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.Release;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;

/**
 * A seeded survey of made-up people, with every true count at hand. Unweighted, people are PSUs.
 */
public final class MadeSurvey {
  /** Nothing is merged when nothing is protected. */
  private static final Profile OPEN = Profile.of("public-use", 11);

  /** More than the share of people with a blank answer, so that each measure's base is enough. */
  private static final double ANSWERED = .9;

  static final double[] SHARES = {.02, .08, .15, .22, .30, .38, .05, .45, .12, .01, .18, .26};

  final int people;
  final List<Margin> margins = new ArrayList<>();
  final List<Fact> estimates = new ArrayList<>();
  private final List<Fact> bands = new ArrayList<>();
  private final Map<Group, IntPredicate> members = new LinkedHashMap<>();
  private final Random random;
  private final Profile merging;

  private MadeSurvey(long seed, int people, Profile merging) {
    this.people = people;
    this.merging = merging;
    random = new Random(seed);
    members.put(Group.EVERYBODY, i -> true);
  }

  /** Makes a survey with eight breakdowns, one of them crossed with another, and 12 measures. */
  static MadeSurvey of(long seed, int people) {
    return of(seed, people, 8, 12);
  }

  /** Makes a survey whose groups are all shown. */
  public static MadeSurvey of(long seed, int people, int breakdowns, int measures) {
    return of(seed, people, breakdowns, measures, OPEN);
  }

  /** Makes a survey whose small groups are shown together under a profile. */
  static MadeSurvey of(long seed, int people, int breakdowns, int measures, Profile merging) {
    MadeSurvey survey = new MadeSurvey(seed, people, merging);
    int[] first = survey.breakdown("b0", 5, .01);
    for (int b = 1; b < breakdowns - 1; b++) {
      survey.breakdown("b" + b, 2 + survey.random.nextInt(7), b % 3 == 0 ? 0 : .015);
    }
    survey.crossed("b0", first, 5, survey.breakdown("last", 3, .01), 3);
    for (int m = 0; m < measures; m++) {
      survey.measure("m" + m, SHARES[m % SHARES.length], m % 4 == 3, m % 3 == 0 ? 0 : .02);
    }
    return survey;
  }

  /** A survey with one large crossing and both of its breakdowns. */
  public static MadeSurvey crossing(long seed, int people, int rows, int columns, int measures) {
    MadeSurvey survey = new MadeSurvey(seed, people, OPEN);
    int[] first = survey.breakdown("b0", rows, .01);
    survey.crossed("b0", first, rows, survey.breakdown("last", columns, .01), columns);
    for (int m = 0; m < measures; m++) {
      survey.measure("m" + m, SHARES[m % SHARES.length], m % 4 == 3, m % 3 == 0 ? 0 : .02);
    }
    return survey;
  }

  /** A survey of one breakdown and one measure by hand: for each group its people and its cases. */
  static MadeSurvey byHand(int[][] groups, int nowhere, int casesNowhere) {
    int all = nowhere;
    for (int[] group : groups) {
      all += group[0];
    }
    MadeSurvey survey = new MadeSurvey(1, all, OPEN);
    int[] level = new int[all];
    boolean[] cases = new boolean[all];
    int at = 0;
    for (int g = 0; g <= groups.length; g++) {
      int size = g < groups.length ? groups[g][0] : nowhere;
      int with = g < groups.length ? groups[g][1] : casesNowhere;
      for (int i = 0; i < size; i++, at++) {
        level[at] = g < groups.length ? g : -1;
        cases[at] = i < with;
      }
    }
    survey.levels("b0", level, groups.length);
    survey.share("m0", cases, new boolean[all], Care.USUAL);
    return survey;
  }

  /** Returns what wants to be published. */
  public Release release() {
    return new Release(estimates, bands, List.of(), List.of(), List.of(), margins, false);
  }

  private int[] breakdown(String id, int levels, double nowhere) {
    double[] weight = new double[levels];
    double sum = 0;
    for (int l = 0; l < levels; l++) {
      weight[l] = Math.exp(-1.1 * l * random.nextDouble()) * (l == levels - 1 ? .15 : 1);
      sum += weight[l];
    }
    int[] level = new int[people];
    for (int i = 0; i < people; i++) {
      double u = random.nextDouble() * sum;
      while (level[i] < levels - 1 && u > weight[level[i]]) {
        u -= weight[level[i]++];
      }
      level[i] = random.nextDouble() < nowhere ? -1 : level[i];
    }
    merge(level, levels);
    levels(id, level, levels);
    return level;
  }

  private void merge(int[] level, int levels) {
    long[][] bases = new long[levels][1];
    for (int l : level) {
      if (l >= 0) {
        bases[l][0]++;
      }
    }
    for (long[] base : bases) {
      base[0] = base[0] == 0 ? Pooling.NOBODY : (long) (ANSWERED * base[0]);
    }
    for (List<Integer> pool : Pooling.pools(bases, false, merging)) {
      for (int i = 0; i < people; i++) {
        level[i] = pool.contains(level[i]) ? pool.get(0) : level[i];
      }
    }
  }

  private void levels(String id, int[] level, int levels) {
    List<Group> groups = new ArrayList<>();
    for (int l = 0; l < levels; l++) {
      int wanted = l;
      Group group = new Group(id, "L" + l);
      members.put(group, i -> level[i] == wanted);
      groups.add(group);
    }
    margins.add(new Margin(Group.EVERYBODY, groups));
  }

  private void crossed(String one, int[] a, int aLevels, int[] b, int bLevels) {
    List<Group> all = new ArrayList<>();
    List<List<Group>> columns = new ArrayList<>();
    for (int l = 0; l < bLevels; l++) {
      columns.add(new ArrayList<>());
    }
    for (int k = 0; k < aLevels; k++) {
      List<Group> row = new ArrayList<>();
      for (int l = 0; l < bLevels; l++) {
        int x = k;
        int y = l;
        Group group = new Group("crossed", "L" + k + " / L" + l);
        members.put(group, i -> a[i] == x && b[i] == y);
        row.add(group);
        columns.get(l).add(group);
      }
      all.addAll(row);
      margins.add(new Margin(new Group(one, "L" + k), row));
    }
    for (int l = 0; l < bLevels; l++) {
      margins.add(new Margin(new Group("last", "L" + l), columns.get(l)));
    }
    margins.add(new Margin(Group.EVERYBODY, all));
  }

  private void measure(String id, double share, boolean sensitive, double blank) {
    double[] score = new double[people];
    boolean[] cases = new boolean[people];
    boolean[] missing = new boolean[people];
    for (int i = 0; i < people; i++) {
      score[i] = Math.floor(28 * Math.pow(random.nextDouble(), -Math.log(share) / Math.log(2.8)));
      cases[i] = random.nextDouble() < share;
      missing[i] = random.nextDouble() < blank;
    }
    share(id, cases, missing, new Care(sensitive, 0));
    for (Map.Entry<Group, IntPredicate> group : members.entrySet()) {
      int n = 0;
      double sum = 0;
      for (int i = 0; i < people; i++) {
        if (group.getValue().test(i) && !missing[i]) {
          n++;
          sum += score[i];
        }
      }
      Map<String, String> words = words(group.getKey(), id + "mean");
      words.put("range_low", "0");
      words.put("range_high", "27");
      estimates.add(fact(words, mean(n, n == 0 ? Double.NaN : sum / n), Care.USUAL));
    }
  }

  private void share(String id, boolean[] cases, boolean[] missing, Care care) {
    for (Map.Entry<Group, IntPredicate> group : members.entrySet()) {
      int n = 0;
      int x = 0;
      for (int i = 0; i < people; i++) {
        if (group.getValue().test(i) && !missing[i]) {
          n++;
          x += cases[i] ? 1 : 0;
        }
      }
      Map<String, String> words = words(group.getKey(), id);
      words.put("headline", "yes");
      words.put("kind", "challenge");
      words.put("construct", id);
      estimates.add(fact(words, prevalence(n, x), care));
    }
  }

  private static Map<String, String> words(Group group, String measure) {
    Map<String, String> words = new HashMap<>();
    words.put("wave", "2026");
    words.put("domain", group.domain());
    words.put("domain_label", group.domain());
    words.put("level", group.level());
    words.put("level_label", group.level());
    words.put("measure", measure);
    words.put("measure_label", measure);
    words.put("scale", measure);
    return words;
  }

  private static Fact fact(Map<String, String> words, Estimate estimate, Care care) {
    return new Fact(TableKind.ESTIMATES, words, estimate, Double.NaN, Map.of(), care);
  }

  private static Estimate mean(int n, double mean) {
    double error = n > 1 ? 6 / Math.sqrt(n) : Double.NaN;
    Interval interval = new Interval(mean - 1.96 * error, mean + 1.96 * error, "t");
    return new Estimate(
        "mean", mean, error, interval, n - 1, n, -1, n, 1, Double.NaN, Reliability.FINE);
  }

  static Estimate prevalence(int n, int x) {
    double p = n == 0 ? Double.NaN : (double) x / n;
    double error = n > 1 ? Math.sqrt(p * (1 - p) / (n - 1)) : Double.NaN;
    double[] wilson = wilson(n, x);
    Interval interval = new Interval(wilson[0], wilson[1], "wilson");
    return new Estimate(
        "prevalence", p, error, interval, n - 1, n, x, n - 1, 1, Double.NaN, Reliability.FINE);
  }

  static double[] wilson(int n, int x) {
    double p = (double) x / n;
    double z = 1.959964;
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n)) / (1 + z * z / n);
    return new double[] {middle - half, middle + half};
  }
}
