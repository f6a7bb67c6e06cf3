package org.caretally.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Inside;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;

/** A seeded survey, person by person, and the facts that the gate would get of it. */
final class MadeSurvey {
  static final double[] SHARES = {.38, .2, .07, .015};

  /** A group by breakdown and level. */
  record Group(String domain, String level) {
    static final Group ALL = new Group("", "");
  }

  /** True numbers of a measure in a group. */
  record Truth(long people, long cases) {}

  final int n;
  final int[][] levels;
  final int[][] answers;
  final boolean crossed;
  final List<int[]> sizes = new ArrayList<>();

  /** Makes a survey of n people; -1 is a level or an answer that is missing. */
  MadeSurvey(long seed, int n, boolean crossed, double[]... shares) {
    this.crossed = crossed;
    Random random = new Random(seed);
    this.n = n;
    levels = new int[n][shares.length];
    answers = new int[n][SHARES.length];
    double silent = random.nextDouble() * .03;
    for (int i = 0; i < n; i++) {
      for (int d = 0; d < shares.length; d++) {
        levels[i][d] = random.nextDouble() < silent ? -1 : draw(random, shares[d]);
      }
      double tilt = .6 + .8 * (levels[i][0] + 1) / shares[0].length;
      for (int m = 0; m < SHARES.length; m++) {
        boolean with = random.nextDouble() < SHARES[m] * tilt;
        answers[i][m] = random.nextDouble() < .01 ? -1 : with ? 1 : 0;
      }
    }
    for (double[] share : shares) {
      sizes.add(new int[share.length]);
    }
  }

  /** Makes a survey of known groups: people and cases of the only measure, of one breakdown. */
  MadeSurvey(long[][] groups) {
    crossed = false;
    n = (int) java.util.Arrays.stream(groups).mapToLong(g -> g[0]).sum();
    levels = new int[n][1];
    answers = new int[n][1];
    int at = 0;
    for (int g = 0; g < groups.length; g++) {
      for (long p = 0; p < groups[g][0]; p++) {
        levels[at][0] = g;
        answers[at++][0] = p < groups[g][1] ? 1 : 0;
      }
    }
    sizes.add(new int[groups.length]);
  }

  private static int draw(Random random, double[] shares) {
    double left = random.nextDouble();
    int at = 0;
    while (at < shares.length - 1 && left >= shares[at]) {
      left -= shares[at++];
    }
    return at;
  }

  /** The breakdowns, and the first two crossed. */
  private List<Group> groupsOf(int person) {
    List<Group> all = new ArrayList<>(List.of(Group.ALL));
    int[] own = levels[person];
    for (int d = 0; d < own.length; d++) {
      if (own[d] >= 0) {
        all.add(new Group("d" + d, "l" + own[d]));
      }
    }
    if (crossed && own[0] >= 0 && own[1] >= 0) {
      all.add(new Group("x", "l" + own[0] + " / l" + own[1]));
    }
    return all;
  }

  List<Group> groups() {
    List<Group> all = new ArrayList<>(List.of(Group.ALL));
    for (int d = 0; d < sizes.size(); d++) {
      for (int l = 0; l < sizes.get(d).length; l++) {
        all.add(new Group("d" + d, "l" + l));
      }
    }
    for (int a = 0; crossed && a < sizes.get(0).length; a++) {
      for (int b = 0; b < sizes.get(1).length; b++) {
        all.add(new Group("x", "l" + a + " / l" + b));
      }
    }
    return all;
  }

  List<Inside> inside() {
    List<Inside> all = new ArrayList<>();
    for (Group group : groups()) {
      if (group.domain().equals("x")) {
        String[] parts = group.level().split(" / ", 2);
        all.add(new Inside("x", group.level(), "d0", parts[0]));
        all.add(new Inside("x", group.level(), "d1", parts[1]));
      }
    }
    return all;
  }

  Map<Group, Truth> truth(int measure) {
    Map<Group, long[]> counts = new LinkedHashMap<>();
    groups().forEach(g -> counts.put(g, new long[2]));
    for (int i = 0; i < n; i++) {
      if (answers[i][measure] >= 0) {
        for (Group group : groupsOf(i)) {
          counts.get(group)[0]++;
          counts.get(group)[1] += answers[i][measure];
        }
      }
    }
    Map<Group, Truth> all = new LinkedHashMap<>();
    counts.forEach((g, c) -> all.put(g, new Truth(c[0], c[1])));
    return all;
  }

  int measures() {
    return answers[0].length;
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int m = 0; m < measures(); m++) {
      for (Map.Entry<Group, Truth> one : truth(m).entrySet()) {
        Map<String, String> words = new HashMap<>();
        words.put("wave", "2026");
        words.put("domain", one.getKey().domain());
        words.put("level", one.getKey().level());
        words.put("domain_label", one.getKey().domain());
        words.put("level_label", one.getKey().level());
        words.put("level_order", one.getKey().equals(Group.ALL) ? "" : "1");
        words.put("measure", "m" + m + ":case");
        words.put("measure_label", "Measure " + m);
        words.put("scale", "m" + m);
        words.put("scale_label", "Measure " + m);
        words.put("construct", "burnout");
        words.put("construct_label", "Burnout");
        words.put("kind", "challenge");
        words.put("direction", "worse");
        words.put("headline", "yes");
        facts.add(
            new Fact(
                TableKind.ESTIMATES,
                words,
                estimate(one.getValue()),
                Double.NaN,
                Map.of(),
                Care.USUAL));
      }
    }
    return facts;
  }

  static Estimate estimate(Truth truth) {
    double n = truth.people();
    double p = truth.cases() / n;
    double[] limits = wilson(truth.cases(), truth.people());
    return new Estimate(
        "prevalence",
        p,
        Math.sqrt(p * (1 - p) / n),
        new Interval(limits[0], limits[1], "wilson"),
        truth.people() - 1,
        truth.people(),
        truth.cases(),
        n,
        1,
        Double.NaN,
        Reliability.FINE);
  }

  static double[] wilson(double x, double n) {
    double z = 1.959963984540054;
    double p = x / n;
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return new double[] {middle - half, middle + half};
  }
}
