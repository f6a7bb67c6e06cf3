package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/**
 * Waves with files of their own must mean the same by every variable, scale and breakdown, or their
 * sums have no place in one table. Where texts and columns differ the wave says so; what was not
 * asked is named under {@code not_asked}.
 */
final class WavesAlike {
  private WavesAlike() {}

  static void check(Plan earlier, Plan newest, Problems problems) {
    List<Variable> theirs = earlier.coding().variables();
    List<Variable> ours = newest.coding().variables();
    Set<String> different = new LinkedHashSet<>();
    variables(theirs, ours, different);
    if (!earlier.coding().design().equals(newest.coding().design())) {
      different.add("design");
    }
    if (!earlier.cells().keySet().equals(newest.cells().keySet())) {
      different.add("domains");
    }
    List<String> names = new ArrayList<>(different);
    if (!names.isEmpty()) {
      problems.add(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              Place.in(newest.study().file().getFileName().toString()),
              "wave \""
                  + earlier.study().wave().label()
                  + "\" differs from the newest in what "
                  + String.join(", ", names)
                  + " can hold",
              "the same variables, levels, ranges, scales and breakdowns in every wave",
              "",
              "under the wave change only columns, texts of levels, and missing; name what was not"
                  + " asked under not_asked"));
    }
  }

  private static void variables(List<Variable> theirs, List<Variable> ours, Set<String> different) {
    List<Object> before = theirs.stream().map(WavesAlike::meaning).toList();
    List<Object> now = ours.stream().map(WavesAlike::meaning).toList();
    for (int i = 0; i < ours.size(); i++) {
      if (!before.contains(now.get(i))) {
        different.add(root(ours.get(i).id()));
      }
    }
    for (int i = 0; i < theirs.size(); i++) {
      if (!now.contains(before.get(i))) {
        different.add(root(theirs.get(i).id()));
      }
    }
    if (different.isEmpty() && !before.equals(now)) {
      different.add("order of columns");
    }
  }

  /** What a cell means, whatever it is called. */
  private static Object meaning(Variable v) {
    List<String> levels = v.levels().stream().map(Level::id).toList();
    return List.of(v.id(), v.kind(), v.grid(), v.pivot(), v.min(), v.max(), levels);
  }

  private static String root(String id) {
    return id.split("[.#:]", 2)[0];
  }
}
