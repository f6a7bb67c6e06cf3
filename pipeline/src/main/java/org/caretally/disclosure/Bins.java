package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The printed bins of one score, number or question.
 *
 * @param line one of its lines
 * @param below people below each place where a bin begins, by print; everybody below infinity
 */
record Bins(KeptLine line, TreeMap<Double, Double> below) {

  /** Returns the bins of every subject of which none is withheld. */
  static Map<List<String>, Bins> of(Collection<KeptLine> lines) {
    Map<List<String>, List<KeptLine>> subjects = new LinkedHashMap<>();
    lines.forEach(l -> subjects.computeIfAbsent(l.subject(), s -> new ArrayList<>()).add(l));
    Map<List<String>, Bins> all = new LinkedHashMap<>();
    subjects.forEach(
        (subject, bins) -> {
          if (bins.stream().allMatch(b -> b.share() >= 0)) {
            all.put(subject, of(bins));
          }
        });
    return all;
  }

  private static Bins of(List<KeptLine> bins) {
    TreeMap<Double, Double> below = new TreeMap<>();
    double sum = 0;
    for (KeptLine bin : bins) {
      String from = bin.key().get(bin.key().size() - 2);
      below.put(from.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(from), sum);
      sum += bin.share();
    }
    below.put(Double.POSITIVE_INFINITY, sum);
    return new Bins(bins.get(0), below);
  }

  /** Returns whether few people are left of some stretch when those of the smaller report go. */
  boolean fewLeft(Bins other) {
    boolean larger = line.n() >= other.line.n();
    Bins all = larger ? this : other;
    Bins some = larger ? other : this;
    double room =
        TwoReports.FEW + Math.min(TwoReports.ROUNDING, line.rounding() + other.line.rounding());
    for (double from : some.below.keySet()) {
      for (double to : some.below.tailMap(from, false).keySet()) {
        double around = all.people(all.below.floorKey(from), all.below.ceilingKey(to));
        if (around - some.people(from, to) <= room) {
          return true;
        }
      }
    }
    return false;
  }

  private double people(Double from, Double to) {
    return below.get(to) - below.get(from == null ? below.firstKey() : from);
  }
}
