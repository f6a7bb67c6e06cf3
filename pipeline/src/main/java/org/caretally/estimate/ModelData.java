package org.caretally.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;

/**
 * The complete cases of a model as numbers, in the order of strata, PSUs and answers, so that every
 * floating-point sum over them runs the same way whatever the order of the data was.
 */
final class ModelData {

  /**
   * Equal people.
   *
   * @param x the columns: first 1, then the regressors, then the interactions
   * @param y the outcome, in its unit
   * @param weight weight of one of them
   * @param people how many they are
   * @param codes their answers: outcome, then regressors
   * @param headcount everybody in their PSU and class of headcounts; null where weights are given
   */
  record Line(double[] x, double y, double weight, long people, long[] codes, Unit headcount) {
    /** Returns the weight of all of them. */
    double all() {
      return weight * people;
    }
  }

  /**
   * One factor of a column.
   *
   * @param regressor which regressor
   * @param index which group, or which of the columns that a number is made of
   */
  record Piece(int regressor, int index) {}

  /**
   * A column.
   *
   * @param term which term; -1 for the constant
   * @param pieces what is multiplied: nothing for the constant, two for an interaction
   */
  record Column(int term, List<Piece> pieces) {}

  /**
   * A stratum's lines by PSU.
   *
   * @param design the stratum in the design
   * @param psus lines of each PSU with members; when people are PSUs, one list of all
   */
  record Part(Sampling.Part design, List<List<Line>> psus) {}

  private final Model model;
  private final List<Column> columns = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final int[] references;
  private final Sampling sampling;

  private ModelData(Model model, Sampling sampling) {
    this.model = model;
    this.sampling = sampling;
    references = new int[model.regressors().size()];
  }

  static ModelData of(Model model, Profiles profiles, Sampling sampling) {
    ModelData data = new ModelData(model, sampling);
    List<Sampling.Part> design = sampling.parts();
    List<SortedMap<String, SortedMap<Profile, Long>>> strata =
        design.stream().map(p -> profiles.psus(p.key(), model)).toList();
    data.columns(strata.stream().map(psus -> List.copyOf(psus.values())).toList());
    for (int h = 0; h < strata.size(); h++) {
      Sampling.Part part = design.get(h);
      List<List<Line>> psus = new ArrayList<>();
      strata.get(h).forEach((psu, found) -> psus.add(data.lines(part.key(), psu, found)));
      psus.forEach(data.lines::addAll);
      data.parts.add(new Part(part, psus));
    }
    return data;
  }

  private List<Line> lines(Stratum stratum, String psu, SortedMap<Profile, Long> profiles) {
    List<Line> all = new ArrayList<>();
    profiles.forEach((profile, people) -> all.add(line(stratum, psu, profile, people)));
    return all;
  }

  /** Without a wish the reference is the first group with anybody in it; empty groups drop out. */
  private void columns(List<List<SortedMap<Profile, Long>>> strata) {
    columns.add(new Column(-1, List.of()));
    List<List<Piece>> pieces = new ArrayList<>();
    for (int j = 0; j < references.length; j++) {
      pieces.add(pieces(j, strata));
      int term = j;
      pieces.get(j).forEach(p -> columns.add(new Column(term, List.of(p))));
    }
    for (int term = references.length; term < model.terms(); term++) {
      List<Integer> pair = model.regressorsOf(term);
      for (Piece first : pieces.get(pair.get(0))) {
        for (Piece second : pieces.get(pair.get(1))) {
          columns.add(new Column(term, List.of(first, second)));
        }
      }
    }
  }

  private List<Piece> pieces(int j, List<List<SortedMap<Profile, Long>>> strata) {
    Regressor regressor = model.regressors().get(j);
    List<Piece> pieces = new ArrayList<>();
    boolean[] found = new boolean[regressor.form().size()];
    Arrays.fill(found, !regressor.groups());
    references[j] = -1;
    if (regressor.groups()) {
      find(strata, j, found);
      int wish = regressor.reference();
      references[j] = wish >= 0 && found[wish] ? wish : first(found);
    }
    for (int i = 0; i < found.length; i++) {
      if (found[i] && i != references[j]) {
        pieces.add(new Piece(j, i));
      }
    }
    return pieces;
  }

  private static int first(boolean[] found) {
    for (int i = 0; i < found.length; i++) {
      if (found[i]) {
        return i;
      }
    }
    return -1;
  }

  private void find(List<List<SortedMap<Profile, Long>>> strata, int regressor, boolean[] found) {
    Form form = model.regressors().get(regressor).form();
    for (List<SortedMap<Profile, Long>> psus : strata) {
      for (Map<Profile, Long> psu : psus) {
        psu.keySet()
            .forEach(p -> found[form.code(p.cells(references.length + 3)[regressor + 1])] = true);
      }
    }
  }

  private Line line(Stratum stratum, String psu, Profile profile, long people) {
    long[] cells = profile.cells(references.length + 3);
    double y = (double) cells[0] / model.variable().grid();
    double weight = cells[cells.length - 1] / (double) Weight.ONE;
    long[] codes = Arrays.copyOf(cells, references.length + 1);
    Unit headcount =
        sampling.layout().classes().isPresent()
            ? sampling.classUnit(stratum, psu, (int) cells[cells.length - 2])
            : null;
    return new Line(x(codes, -1, new double[0]), y, weight, people, codes, headcount);
  }

  /**
   * Returns the columns for some answers.
   *
   * @param codes outcome, then regressors
   * @param other a regressor whose answer is replaced; -1 for none
   * @param basis what it is replaced with, as numbers
   */
  double[] x(long[] codes, int other, double[] basis) {
    double[][] all = new double[references.length][];
    for (int j = 0; j < all.length; j++) {
      all[j] = j == other ? basis : model.regressors().get(j).form().basis(codes[j + 1]);
    }
    double[] x = new double[columns.size()];
    for (int c = 0; c < x.length; c++) {
      x[c] = 1;
      for (Piece piece : columns.get(c).pieces()) {
        x[c] *= all[piece.regressor()][piece.index()];
      }
    }
    return x;
  }

  Sampling sampling() {
    return sampling;
  }

  Model model() {
    return model;
  }

  List<Column> columns() {
    return columns;
  }

  /** Returns the positions of the columns of a term. */
  List<Integer> columnsOf(int term) {
    List<Integer> own = new ArrayList<>();
    for (int c = 1; c < columns.size(); c++) {
      if (columns.get(c).term() == term) {
        own.add(c);
      }
    }
    return own;
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
