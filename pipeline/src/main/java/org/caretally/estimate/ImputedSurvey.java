package org.caretally.estimate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.caretally.codebook.Missing;
import org.caretally.design.Design;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;

/**
 * The people of a ledger that keeps them, in the order of strata, PSUs and answers, as rows that
 * can be filled in and estimated from.
 */
final class ImputedSurvey {
  private final Layout layout;
  private final List<Imputation.Level> levels;
  private final List<Respondent> people;
  private final long[][] rows;
  private final int[] members;
  private final Map<Stratum, String> finite = new LinkedHashMap<>();

  ImputedSurvey(Ledger ledger, int width, List<Imputation.Level> levels) {
    this.levels = levels;
    layout = ledger.layout();
    people = ledger.roster().respondents();
    rows = new long[people.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new long[width];
      Arrays.fill(rows[i], Missing.MARK);
      for (int j = 0; j < layout.roster().size(); j++) {
        rows[i][layout.roster().get(j)] = people.get(i).answers()[j];
      }
    }
    members = IntStream.range(0, rows.length).filter(i -> people.get(i).member()).toArray();
    SortedMap<Stratum, Set<String>> texts = ledger.finitePopulations();
    texts.forEach((stratum, all) -> finite.put(stratum, all.iterator().next()));
  }

  /** Returns the rows of everybody, as they were answered. */
  long[][] rows() {
    return rows;
  }

  /** Returns how many people of the analysis population have a score. */
  long people(List<Integer> score) {
    return Arrays.stream(members).filter(i -> has(rows[i], score)).count();
  }

  private boolean has(long[] row, List<Integer> score) {
    return score.stream().noneMatch(at -> Missing.is(row[at]));
  }

  /** The constant, the logarithm of the weight, and groups less one of each variable. */
  double[][] fixed() {
    double[][] fixed = new double[members.length][];
    int size = 2 + levels.stream().mapToInt(Imputation.Level::size).sum();
    for (int i = 0; i < fixed.length; i++) {
      fixed[i] = new double[size];
      fixed[i][0] = 1;
      fixed[i][1] = StrictMath.log(people.get(members[i]).weight() / (double) Weight.ONE);
      int from = 1;
      for (Imputation.Level level : levels) {
        long cell = rows[members[i]][level.position()];
        int group = Missing.is(cell) ? level.size() : (int) cell;
        if (group > 0) {
          fixed[i][from + group] = 1;
        }
        from += level.size();
      }
    }
    return fixed;
  }

  /** Returns for each score and person of the analysis population its value; NaN when missing. */
  double[][] scores(List<List<Integer>> scores) {
    double[][] values = new double[scores.size()][members.length];
    for (int v = 0; v < values.length; v++) {
      for (int i = 0; i < members.length; i++) {
        long[] row = rows[members[i]];
        values[v][i] = has(row, scores.get(v)) ? row[scores.get(v).get(0)] : Double.NaN;
      }
    }
    return values;
  }

  /** Returns rows in which each score is that of its donor. */
  long[][] filled(List<List<Integer>> scores, int[][] donors) {
    long[][] all = rows.clone();
    for (int i = 0; i < members.length; i++) {
      long[] own = rows[members[i]].clone();
      for (int v = 0; v < donors.length; v++) {
        for (int at : scores.get(v)) {
          own[at] = rows[members[donors[v][i]]][at];
        }
      }
      all[members[i]] = own;
    }
    return all;
  }

  /** Returns what rows give, everybody in the analysis population. */
  List<Estimate> estimates(long[][] filled, Design design, List<Estimator> estimators) {
    Map<Cell, List<Estimator>> wanted = Map.of(Cell.EVERYBODY, estimators);
    Ledger ledger = new Ledger(new Layout(wanted, layout.people(), List.of(), layout.classes(), 0));
    int[] everybody = {0};
    int[] nobody = {};
    for (int i = 0; i < filled.length; i++) {
      Respondent r = people.get(i);
      ledger.add(
          r.stratum(),
          r.psu(),
          finite.getOrDefault(r.stratum(), ""),
          r.base(),
          r.weight(),
          new long[0],
          r.member() ? everybody : nobody,
          filled[i]);
    }
    Sampling sampling = ledger.sampling(design);
    return estimators.stream().map(e -> e.estimate(sampling.of(Cell.EVERYBODY, e))).toList();
  }
}
