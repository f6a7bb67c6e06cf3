package org.caretally.estimate;

import java.util.IdentityHashMap;
import java.util.function.Function;

/**
 * What the complete cases of a model add to some totals, by PSU and class of headcounts: sums of
 * the first and second order that {@link ResidualVariance} takes. A person who is not complete adds
 * 0, yet counts there through his or her weight.
 */
final class ModelInfluence implements ResidualVariance.Influence {
  private final int size;
  private final IdentityHashMap<Unit, Sums> units = new IdentityHashMap<>();

  /**
   * Sums over the people of a unit.
   *
   * @param first Σ w z
   * @param mixed Σ w² z
   * @param second Σ w² z zᵀ
   */
  private record Sums(double[] first, double[] mixed, double[][] second) {}

  private ModelInfluence(int size) {
    this.size = size;
  }

  /**
   * Sums what people add.
   *
   * @param size how many totals
   * @param of what one person adds to them, weight included
   */
  static ModelInfluence of(ModelData data, int size, Function<ModelData.Line, double[]> of) {
    ModelInfluence influence = new ModelInfluence(size);
    for (ModelData.Line line : data.lines()) {
      influence.add(line, of.apply(line));
    }
    return influence;
  }

  private Sums empty() {
    return new Sums(new double[size], new double[size], new double[size][size]);
  }

  private void add(ModelData.Line line, double[] own) {
    Sums sums = units.computeIfAbsent(line.headcount(), k -> empty());
    for (int k = 0; k < size; k++) {
      sums.first[k] += own[k] * line.people();
      sums.mixed[k] += own[k] * line.all();
      for (int l = 0; l < size; l++) {
        sums.second[k][l] += own[k] * own[l] * line.people();
      }
    }
  }

  private Sums sums(Unit unit) {
    Sums sums = units.get(unit);
    return sums == null ? empty() : sums;
  }

  @Override
  public double[] first(Unit unit) {
    return sums(unit).first;
  }

  @Override
  public double[] mixed(Unit unit) {
    return sums(unit).mixed;
  }

  @Override
  public double[][] second(Unit unit) {
    return sums(unit).second;
  }
}
