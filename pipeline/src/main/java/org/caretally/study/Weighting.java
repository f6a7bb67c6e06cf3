package org.caretally.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.estimate.ClassTotals;
import org.caretally.estimate.Classes;
import org.caretally.estimate.Raking;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;

/**
 * Weighting to headcounts as the engine needs it: first what to count, then by what factor design
 * weights are multiplied, the same for everybody of a class and a wave.
 */
public final class Weighting implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No weighting. */
  public static final Weighting NONE =
      new Weighting(
          new Classes(List.of(), false),
          List.of(),
          new double[0],
          Map.of(),
          false,
          new double[2],
          "",
          0);

  private final Classes classes;
  private final List<String> names;
  private final double[] headcounts;
  private final HashMap<String, double[]> own;
  private final boolean keepShare;
  private final double[] bounds;
  private final String file;
  private final int line;
  private final HashMap<String, double[]> factors = new HashMap<>();

  private Weighting(
      Classes classes,
      List<String> names,
      double[] headcounts,
      Map<String, double[]> own,
      boolean keepShare,
      double[] bounds,
      String file,
      int line) {
    this.classes = classes;
    this.names = List.copyOf(names);
    this.headcounts = headcounts;
    this.own = new HashMap<>(own);
    this.keepShare = keepShare;
    this.bounds = bounds;
    this.file = file;
    this.line = line;
  }

  static Weighting of(WeightingUse use, Positions positions) {
    List<Classes.Margin> margins = new ArrayList<>();
    List<List<String>> levels = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    for (WeightingUse.Table table : use.tables()) {
      for (String name : table.variables()) {
        int at = positions.of(name);
        variables.add(name);
        levels.add(positions.at(at).levels().stream().map(l -> l.id()).toList());
        margins.add(new Classes.Margin(at, levels.get(levels.size() - 1).size()));
      }
    }
    Classes classes = new Classes(margins, use.crossed());
    List<List<String>> keys =
        use.crossed() ? HeadcountKeys.cells(classes, levels) : HeadcountKeys.levels(levels);
    List<String> names = HeadcountKeys.names(variables, keys, use.crossed() ? List.of() : levels);
    Map<String, double[]> own = new HashMap<>();
    use.waves()
        .forEach((wave, tables) -> own.put(wave, HeadcountKeys.counts(tables, keys, levels)));
    double[] bounds = {use.lower(), use.upper()};
    double[] all = HeadcountKeys.counts(use.tables(), keys, levels);
    Place place = use.place();
    return new Weighting(
        classes, names, all, own, use.keepShare(), bounds, place.file(), place.line());
  }

  /** Returns whether the study asks for it. */
  public boolean wanted() {
    return !names.isEmpty();
  }

  /** Returns whether classes are still to be counted. */
  public boolean counting() {
    return wanted() && factors.isEmpty();
  }

  /** Returns the classes. */
  public Classes classes() {
    return classes;
  }

  /** Returns the headcount of a level of a variable, or of a class, in a wave; none is 0. */
  public double headcount(String wave, int target) {
    return headcounts(wave)[target];
  }

  private double[] headcounts(String wave) {
    return own.getOrDefault(wave, headcounts);
  }

  /** Returns words for a headcount; empty for people without an answer. */
  public String name(int target) {
    return names.get(target);
  }

  /** Returns how many headcounts belong together, one number for each variable. */
  public List<Integer> sizes() {
    return classes.crossed()
        ? List.of(headcounts.length)
        : classes.margins().stream().map(m -> m.levels() + 1).toList();
  }

  /** Returns the factor of a class in a wave. */
  public double factor(String wave, int of) {
    return factors.get(wave)[of];
  }

  /** Returns a design weight made to meet the headcounts, on the grid, rounded once. */
  public long weight(String wave, int of, long design) {
    double weight = Math.rint(design * factor(wave, of));
    return weight < Long.MAX_VALUE ? (long) weight : Long.MAX_VALUE;
  }

  /**
   * Returns this with the factors of every wave.
   *
   * @param problems receives what keeps the sample from meeting the headcounts
   */
  public Weighting solved(SortedMap<String, ClassTotals> samples, List<Problem> problems) {
    Weighting solved =
        new Weighting(classes, names, headcounts, own, keepShare, bounds, file, line);
    for (Map.Entry<String, ClassTotals> sample : samples.entrySet()) {
      double[] wanted = wanted(sample.getKey(), sample.getValue(), problems);
      if (problems.isEmpty()) {
        Raking.Result found =
            Raking.factors(classes, sample.getValue(), wanted, bounds[0], bounds[1]);
        solved.factors.put(sample.getKey(), found.factors());
        if (found.missed() >= 0) {
          problems.add(
              problem(
                  Code.HEADCOUNTS_NOT_MET,
                  "no weights meet all headcounts; furthest away is " + quoted(found.missed()),
                  bounds[1] < Double.POSITIVE_INFINITY || bounds[0] > 0
                      ? "widen \"trim\", or merge small levels"
                      : "leave out a margin, or merge small levels"));
        }
      }
    }
    return solved;
  }

  /** Returns this with the factors of other waves of the same study. */
  public Weighting with(Weighting others) {
    Weighting all = new Weighting(classes, names, headcounts, own, keepShare, bounds, file, line);
    all.factors.putAll(factors);
    all.factors.putAll(others.factors);
    return all;
  }

  private String quoted(int target) {
    return names.get(target).isEmpty()
        ? "that of people without an answer"
        : '"' + names.get(target) + '"';
  }

  /** Headcounts of one wave: people without an answer keep the share they have in the sample. */
  private double[] wanted(String wave, ClassTotals sample, List<Problem> problems) {
    double[] design = new double[headcounts.length];
    for (int c = 0; c < classes.size(); c++) {
      for (int at : classes.targetsOf(c)) {
        design[at] += sample.weight(c);
      }
    }
    unanswered(sample, problems);
    double[] wanted = headcounts(wave).clone();
    int from = 0;
    for (int size : sizes()) {
      share(wanted, design, from, from + size);
      from += size;
    }
    for (int at = 0; at < wanted.length; at++) {
      if (wanted[at] > 0 && design[at] == 0) {
        problems.add(
            problem(
                Code.HEADCOUNT_WITHOUT_PEOPLE,
                quoted(at) + " has a headcount, but nobody in the sample",
                "merge the level with another, in the study file and in the headcounts"));
      } else if (wanted[at] == 0 && design[at] > 0) {
        problems.add(
            problem(
                Code.HEADCOUNT_MISSING,
                quoted(at) + " has people in the sample, but no headcount",
                "add its headcount, or merge the level with another"));
      }
    }
    return wanted;
  }

  private void unanswered(ClassTotals sample, List<Problem> problems) {
    long without = 0;
    for (int c = 0; c < classes.size(); c++) {
      boolean unanswered = false;
      for (int i = 0; i < classes.margins().size(); i++) {
        unanswered |= classes.level(c, i) == classes.margins().get(i).levels();
      }
      without += unanswered ? sample.people(c) : 0;
    }
    if (without > 0 && !keepShare) {
      problems.add(
          problem(
              Code.HEADCOUNT_UNANSWERED,
              without + " people have no answer to a variable of \"weighting\"",
              "write unanswered: keep_share, or set these rows aside under clean"));
    }
  }

  private void share(double[] wanted, double[] design, int from, int to) {
    double all = 0;
    double without = 0;
    double population = 0;
    for (int at = from; at < to; at++) {
      all += design[at];
      without += names.get(at).isEmpty() ? design[at] : 0;
      population += wanted[at];
    }
    for (int at = from; at < to; at++) {
      wanted[at] =
          names.get(at).isEmpty()
              ? population * design[at] / all
              : wanted[at] * (1 - without / all);
    }
  }

  private Problem problem(Code code, String what, String fix) {
    return Problem.of(code, new Place(file, line), what, fix);
  }
}
