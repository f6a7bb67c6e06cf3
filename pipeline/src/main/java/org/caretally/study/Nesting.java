package org.caretally.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caretally.codebook.Level;
import org.caretally.design.Axis;
import org.caretally.design.Domain;
import org.caretally.disclosure.Inside;

/** Finds the groups that are part of a group of another breakdown, whoever the people are. */
public final class Nesting {
  private Nesting() {}

  /** Returns all pairs of a smaller and a larger group. */
  public static List<Inside> of(List<Domain> domains) {
    List<Inside> all = new ArrayList<>();
    for (Domain inner : domains) {
      for (Domain outer : domains) {
        if (!inner.id().equals(outer.id()) && inner.where().containsAll(outer.where())) {
          all.addAll(pairs(inner, outer));
        }
      }
    }
    return all;
  }

  private static List<Inside> pairs(Domain inner, Domain outer) {
    List<Inside> found = new ArrayList<>();
    List<Level> levels = inner.levels();
    for (int i = 0; i < levels.size(); i++) {
      int[] parts = parts(inner, i);
      int level = 0;
      for (Axis axis : outer.axes()) {
        int at = within(inner.axes(), parts, axis);
        level = at < 0 || level < 0 ? -1 : level * axis.levels().size() + at;
      }
      if (level >= 0) {
        found.add(
            new Inside(inner.id(), levels.get(i).id(), outer.id(), outer.levels().get(level).id()));
      }
    }
    return found;
  }

  /** The levels of the axes that a crossed level is made of. */
  private static int[] parts(Domain domain, int level) {
    int[] parts = new int[domain.axes().size()];
    int left = level;
    for (int i = parts.length - 1; i >= 0; i--) {
      int size = domain.axes().get(i).levels().size();
      parts[i] = left % size;
      left /= size;
    }
    return parts;
  }

  /** The level of an axis that everybody in the given levels belongs to, or -1. */
  private static int within(List<Axis> axes, int[] parts, Axis outer) {
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      if (axis.variable() == outer.variable()) {
        int at =
            axis.cuts().length == 0
                ? sameLevel(axis, parts[i], outer)
                : band(axis, parts[i], outer);
        if (at >= 0) {
          return at;
        }
      }
    }
    return -1;
  }

  private static int sameLevel(Axis axis, int level, Axis outer) {
    return axis.equals(outer) ? level : -1;
  }

  private static int band(Axis axis, int band, Axis outer) {
    long[] cuts = axis.cuts();
    long[] outerCuts = outer.cuts();
    int at = -1;
    for (int i = 0; i < outerCuts.length && outerCuts[i] <= cuts[band]; i++) {
      at = i;
    }
    long next = band + 1 < cuts.length ? cuts[band + 1] : Long.MAX_VALUE;
    boolean split = Arrays.stream(outerCuts).anyMatch(c -> c > cuts[band] && c < next);
    return split ? -1 : at;
  }
}
