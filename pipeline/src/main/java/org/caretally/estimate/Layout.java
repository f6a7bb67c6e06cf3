package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caretally.codebook.Missing;

/**
 * Which sums a ledger keeps: for every cell the shape that its estimators need. Cells that ask the
 * same share a shape. The layout is fixed before the first row is read, so ledgers built anywhere
 * can be merged.
 */
public final class Layout implements Serializable {
  private final List<Cell> cells = new ArrayList<>();
  private final Map<Cell, Integer> positions = new HashMap<>();
  private final List<Shape> shapes = new ArrayList<>();
  private final int[] shapeOf;
  private final boolean people;
  private final Monomial.Factor[] factors;
  private final List<Model> models;
  private final Classes classes;
  private final int replicates;
  private final List<Integer> roster;

  /**
   * Lays out the sums.
   *
   * @param wanted for each cell its estimators, in the order in which cells are numbered
   * @param people whether every person is a PSU
   */
  public Layout(Map<Cell, List<Estimator>> wanted, boolean people) {
    this(wanted, people, List.of());
  }

  /**
   * Lays out the sums and the models.
   *
   * @param wanted for each cell its estimators, in the order in which cells are numbered
   * @param people whether every person is a PSU
   * @param models models whose complete cases are held
   */
  public Layout(Map<Cell, List<Estimator>> wanted, boolean people, List<Model> models) {
    this(wanted, people, models, Optional.empty(), 0);
  }

  /**
   * Lays out the sums of a survey whose weights are made to meet headcounts, or with replicates.
   *
   * @param wanted for each cell its estimators, in the order in which cells are numbered
   * @param people whether every person is a PSU
   * @param models models whose complete cases are held
   * @param classes the classes of the headcounts, if any
   * @param replicates how many replicate weights each person has
   */
  public Layout(
      Map<Cell, List<Estimator>> wanted,
      boolean people,
      List<Model> models,
      Optional<Classes> classes,
      int replicates) {
    this(wanted, people, models, classes, replicates, List.of());
  }

  /**
   * Lays out the sums of a survey that may keep people for imputation.
   *
   * @param wanted for each cell its estimators, in the order in which cells are numbered
   * @param people whether every person is a PSU
   * @param models models whose complete cases are held
   * @param classes the classes of the headcounts, if any
   * @param replicates how many replicate weights each person has
   * @param roster positions of the answers that are kept of every person; none to keep nobody
   */
  public Layout(
      Map<Cell, List<Estimator>> wanted,
      boolean people,
      List<Model> models,
      Optional<Classes> classes,
      int replicates,
      List<Integer> roster) {
    this.replicates = replicates;
    this.roster = List.copyOf(roster);
    this.classes = classes.orElse(null);
    this.people = people;
    this.models = List.copyOf(models);
    Map<Monomial.Factor, Integer> found = new LinkedHashMap<>();
    Map<List<String>, Integer> known = new HashMap<>();
    shapeOf = new int[wanted.size()];
    wanted.forEach(
        (cell, estimators) -> {
          List<String> ids = estimators.stream().map(Estimator::id).toList();
          Integer shape = known.get(ids);
          if (shape == null) {
            shape = shapes.size();
            known.put(ids, shape);
            shapes.add(new Shape(estimators, people, found));
          }
          positions.put(cell, cells.size());
          shapeOf[cells.size()] = shape;
          cells.add(cell);
        });
    factors = found.keySet().toArray(Monomial.Factor[]::new);
  }

  private Layout(Layout from, Map<Cell, Cell> to) {
    people = from.people;
    classes = from.classes;
    replicates = from.replicates;
    roster = from.roster;
    models = from.models;
    factors = from.factors;
    shapes.addAll(from.shapes);
    List<Integer> of = new ArrayList<>();
    for (int i = 0; i < from.cells.size(); i++) {
      Cell cell = to.getOrDefault(from.cells.get(i), from.cells.get(i));
      if (positions.putIfAbsent(cell, cells.size()) == null) {
        cells.add(cell);
        of.add(from.shapeOf[i]);
      } else if (of.get(positions.get(cell)) != from.shapeOf[i]) {
        throw new IllegalArgumentException("cells of different shapes cannot be one: " + cell);
      }
    }
    shapeOf = of.stream().mapToInt(s -> s).toArray();
  }

  /**
   * Returns the layout in which some cells are one.
   *
   * @param to for each cell the cell it becomes part of; cells that are not named stay
   */
  Layout pooled(Map<Cell, Cell> to) {
    return new Layout(this, to);
  }

  /** Returns the cells in order; a row names its cells by position in this list. */
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** Returns the classes of headcounts that weights are made to meet; empty for none. */
  public Optional<Classes> classes() {
    return Optional.ofNullable(classes);
  }

  /** Returns positions of the answers that are kept of every person; empty to keep nobody. */
  List<Integer> roster() {
    return roster;
  }

  List<Model> models() {
    return models;
  }

  /** Returns the models by pool. */
  SortedMap<String, List<Model>> pools() {
    SortedMap<String, List<Model>> pools = new TreeMap<>();
    models.forEach(m -> pools.computeIfAbsent(m.pool(), k -> new ArrayList<>()).add(m));
    return pools;
  }

  int position(Cell cell) {
    Integer at = positions.get(cell);
    if (at == null) {
      throw new IllegalArgumentException("no cell " + cell);
    }
    return at;
  }

  /** Returns empty sums of a cell. */
  CellSums empty(int cell) {
    return new CellSums(shape(cell), replicates);
  }

  Shape shape(int cell) {
    return shapes.get(shapeOf[cell]);
  }

  boolean people() {
    return people;
  }

  /** Returns a vector with room for the constant 1 and all factors of a person. */
  long[] vector() {
    return new long[factors.length + 1];
  }

  /** Fills a person's factors; those of missing answers are 0. */
  void fill(long[] vector, long[] row) {
    vector[0] = 1;
    for (int i = 0; i < factors.length; i++) {
      Monomial.Factor factor = factors[i];
      long cell = row[factor.variable()];
      vector[i + 1] = Missing.is(cell) ? 0 : factor.of(cell);
    }
  }
}
