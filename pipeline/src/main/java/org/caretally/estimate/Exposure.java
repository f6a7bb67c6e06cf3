package org.caretally.estimate;

import java.util.List;
import java.util.function.Predicate;

/**
 * The fewest people that a line of a model could give away: the smallest cell of the table of its
 * groups by the outcome. A curve is held to the people between the two values it compares.
 */
final class Exposure {
  private final ModelData data;
  private final boolean binary;

  Exposure(ModelData data) {
    this.data = data;
    binary = data.model().kind() != Model.Kind.LINEAR;
  }

  /** Returns the fewest people behind a line; -1 for a number in a linear model. */
  long of(Contrast contrast) {
    List<Integer> parts = data.model().regressorsOf(contrast.term());
    Regressor first = data.model().regressors().get(parts.get(0));
    if (first.form() instanceof Form.Spline) {
      double low = Double.parseDouble(contrast.reference());
      double high = Double.parseDouble(contrast.group());
      int at = parts.get(0) + 1;
      double grid = first.variable().grid();
      return half(smallest(l -> l.codes()[at] / grid >= low && l.codes()[at] / grid <= high));
    }
    List<ModelData.Piece> groups =
        data.columns().get(contrast.columns().get(0)).pieces().stream()
            .filter(p -> data.model().regressors().get(p.regressor()).groups())
            .toList();
    Predicate<ModelData.Line> here = atReferences(parts);
    if (groups.isEmpty() && data.model().interactions().isEmpty()) {
      return binary ? Math.min(outcomes(0), outcomes(1)) : -1;
    }
    long fewest = fewest(groups, here);
    return groups.isEmpty() ? half(fewest) : fewest;
  }

  /**
   * A line of what is also in an interaction holds where the other is at its reference, so only the
   * people there stand behind it.
   */
  private Predicate<ModelData.Line> atReferences(List<Integer> parts) {
    Predicate<ModelData.Line> here = l -> true;
    for (Model.Interaction pair : data.model().interactions()) {
      for (int other : new int[] {pair.first(), pair.second()}) {
        int partner = other == pair.first() ? pair.second() : pair.first();
        Regressor regressor = data.model().regressors().get(other);
        if (!parts.contains(other) && parts.contains(partner) && regressor.groups()) {
          int reference = data.reference(other);
          here = here.and(l -> regressor.form().code(l.codes()[other + 1]) == reference);
        }
      }
    }
    return here;
  }

  /** Every combination of the groups and their references. */
  private long fewest(List<ModelData.Piece> groups, Predicate<ModelData.Line> so) {
    if (groups.isEmpty()) {
      return smallest(so);
    }
    ModelData.Piece piece = groups.get(0);
    int regressor = piece.regressor();
    Form form = data.model().regressors().get(regressor).form();
    List<ModelData.Piece> rest = groups.subList(1, groups.size());
    long fewest = Long.MAX_VALUE;
    for (int code : new int[] {piece.index(), data.reference(regressor)}) {
      fewest =
          Math.min(fewest, fewest(rest, so.and(l -> form.code(l.codes()[regressor + 1]) == code)));
    }
    return fewest;
  }

  private long smallest(Predicate<ModelData.Line> of) {
    if (!binary) {
      return people(of);
    }
    return Math.min(people(of.and(l -> l.codes()[0] == 0)), people(of.and(l -> l.codes()[0] == 1)));
  }

  /** Returns the people of a group, of a yes/no those of the rarer answer among them. */
  long group(int regressor, int group) {
    Form form = data.model().regressors().get(regressor).form();
    return smallest(l -> form.code(l.codes()[regressor + 1]) == group);
  }

  /** Never more than half of all, because the rule on cases also looks at the others. */
  private long half(long people) {
    return Math.min(people, data.people() / 2);
  }

  /** Returns the people near a value; of a yes/no those of the rarer answer among them. */
  long near(int regressor, double value, double reach) {
    double grid = data.model().regressors().get(regressor).variable().grid();
    return half(smallest(l -> Math.abs(l.codes()[regressor + 1] / grid - value) <= reach));
  }

  long outcomes(long code) {
    return people(l -> l.codes()[0] == code);
  }

  private long people(Predicate<ModelData.Line> of) {
    return data.lines().stream().filter(of).mapToLong(ModelData.Line::people).sum();
  }
}
