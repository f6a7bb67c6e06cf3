package org.caretally.design;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Level;

/**
 * A breakdown: people divided by one axis, or by several crossed. A domain never filters the data
 * before the design: a person outside it still belongs to a PSU, and the PSU counts.
 *
 * @param id name of the breakdown
 * @param label words for readers
 * @param axes one axis, several to be crossed, or none: then everybody who meets the conditions is
 *     one level
 * @param where conditions on membership in any level
 */
public record Domain(String id, String label, List<Axis> axes, List<Condition> where)
    implements Serializable {

  /** Copies the parts. */
  public Domain {
    axes = List.copyOf(axes);
    where = List.copyOf(where);
  }

  /** Returns the level a row belongs to, or -1. */
  public int levelOf(long[] row) {
    if (!Condition.all(where, row)) {
      return -1;
    }
    int level = 0;
    for (Axis axis : axes) {
      int at = axis.levelOf(row);
      if (at < 0) {
        return -1;
      }
      level = level * axis.levels().size() + at;
    }
    return level;
  }

  /** Returns the levels in order; crossed levels have ids and labels of all their parts. */
  public List<Level> levels() {
    List<Level> all = List.of(new Level("yes", label));
    for (int i = 0; i < axes.size(); i++) {
      all = i == 0 ? axes.get(0).levels() : crossed(all, axes.get(i).levels());
    }
    return all;
  }

  private static List<Level> crossed(List<Level> left, List<Level> right) {
    List<Level> all = new ArrayList<>();
    for (Level a : left) {
      for (Level b : right) {
        all.add(new Level(a.id() + " / " + b.id(), a.label() + ", " + b.label()));
      }
    }
    return all;
  }
}
