package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.design.Weight;

/**
 * The complete cases of a model as numbers, in the order of strata, PSUs and answers, so that every
 * floating-point sum over them runs the same way whatever the order of the data was.
 */
final class ModelData {

  /**
   * Equal people.
   *
   * @param x the columns: first 1, then the regressors
   * @param y the outcome, in its unit
   * @param weight weight of one of them
   * @param people how many they are
   * @param codes their answers: outcome, then regressors
   */
  record Line(double[] x, double y, double weight, long people, long[] codes) {}

  /**
   * A column.
   *
   * @param regressor which regressor; -1 for the constant
   * @param code code of the group that is compared with the reference; -1 for a number
   */
  record Column(int regressor, int code) {}

  /**
   * A stratum's lines by PSU.
   *
   * @param design the stratum in the design
   * @param psus lines of each PSU with members; when people are PSUs, one list of all
   */
  record Part(Sampling.Part design, List<List<Line>> psus) {}

  private final List<Column> columns = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final int[] references;

  private ModelData(int regressors) {
    references = new int[regressors];
  }

  static ModelData of(Model model, Profiles profiles, List<Sampling.Part> design) {
    ModelData data = new ModelData(model.regressors().size());
    List<List<SortedMap<Profiles.Profile, Long>>> strata =
        design.stream().map(p -> profiles.psus(p.key())).toList();
    data.columns(model, strata);
    for (int h = 0; h < strata.size(); h++) {
      List<List<Line>> psus = new ArrayList<>();
      for (SortedMap<Profiles.Profile, Long> psu : strata.get(h)) {
        List<Line> all = new ArrayList<>();
        psu.forEach((profile, people) -> all.add(data.line(model, profile, people)));
        psus.add(all);
        data.lines.addAll(all);
      }
      data.parts.add(new Part(design.get(h), psus));
    }
    return data;
  }

  /** The reference of a comparison is its first group with anybody in it; empty groups drop out. */
  private void columns(Model model, List<List<SortedMap<Profiles.Profile, Long>>> strata) {
    columns.add(new Column(-1, -1));
    for (int j = 0; j < references.length; j++) {
      Regressor regressor = model.regressors().get(j);
      references[j] = -1;
      if (!regressor.groups()) {
        columns.add(new Column(j, -1));
        continue;
      }
      boolean[] found = found(strata, j, regressor.codes());
      for (int code = 0; code < found.length; code++) {
        if (found[code] && references[j] < 0) {
          references[j] = code;
        } else if (found[code]) {
          columns.add(new Column(j, code));
        }
      }
    }
  }

  private static boolean[] found(
      List<List<SortedMap<Profiles.Profile, Long>>> strata, int regressor, int codes) {
    boolean[] found = new boolean[codes];
    for (List<SortedMap<Profiles.Profile, Long>> psus : strata) {
      for (Map<Profiles.Profile, Long> psu : psus) {
        psu.keySet().forEach(p -> found[(int) p.answer(regressor + 1)] = true);
      }
    }
    return found;
  }

  private Line line(Model model, Profiles.Profile profile, long people) {
    double[] x = new double[columns.size()];
    x[0] = 1;
    for (int c = 1; c < x.length; c++) {
      Column column = columns.get(c);
      long cell = profile.answer(column.regressor() + 1);
      long grid = model.regressors().get(column.regressor()).variable().grid();
      x[c] = column.code() < 0 ? (double) cell / grid : cell == column.code() ? 1 : 0;
    }
    long[] codes = new long[references.length + 1];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = profile.answer(i);
    }
    double y = (double) codes[0] / model.variable().grid();
    double weight = profile.weight() / (double) Weight.ONE;
    return new Line(x, y, weight, people, codes);
  }

  List<Column> columns() {
    return columns;
  }

  List<Part> parts() {
    return parts;
  }

  List<Line> lines() {
    return lines;
  }

  /** Returns the code that the groups of a regressor are compared with; -1 for a number. */
  int reference(int regressor) {
    return references[regressor];
  }

  long people() {
    return lines.stream().mapToLong(Line::people).sum();
  }
}
