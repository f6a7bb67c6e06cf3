package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caretally.codebook.Level;
import org.caretally.design.Axis;

/**
 * A group as shown.
 *
 * @param members positions of the levels in it
 */
record ShownLevel(String id, String label, List<Integer> members) {

  static List<ShownLevel> of(List<Level> levels) {
    List<ShownLevel> all = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      all.add(new ShownLevel(levels.get(i).id(), levels.get(i).label(), List.of(i)));
    }
    return all;
  }

  /** Bands stay in their order; other merged groups come last. */
  static List<ShownLevel> of(Axis axis, List<List<Integer>> pools) {
    List<ShownLevel> single = of(axis.levels());
    boolean ordered = axis.cuts().length > 0;
    List<ShownLevel> all = new ArrayList<>();
    LinkedHashSet<ShownLevel> last = new LinkedHashSet<>();
    for (int i = 0; i < single.size(); i++) {
      int level = i;
      Optional<List<Integer>> pool = pools.stream().filter(p -> p.contains(level)).findFirst();
      if (pool.isEmpty()) {
        all.add(single.get(i));
      } else if (!ordered) {
        last.add(joint(axis, pool.get(), false));
      } else if (pool.get().get(0) == i) {
        all.add(joint(axis, pool.get(), true));
      }
    }
    all.addAll(last);
    return all;
  }

  private static ShownLevel joint(Axis axis, List<Integer> pool, boolean ordered) {
    List<String> labels = pool.stream().map(l -> axis.levels().get(l).label()).toList();
    String id = pool.stream().map(l -> axis.levels().get(l).id()).collect(Collectors.joining("+"));
    int last = labels.size() - 1;
    String label =
        ordered || labels.size() == 2
            ? String.join(", ", labels.subList(0, last)) + " and " + labels.get(last)
            : "All other groups";
    return new ShownLevel(id, label, pool);
  }

  /**
   * Crosses groups.
   *
   * @param size how many levels the further axis has, before merging
   */
  static List<ShownLevel> crossed(List<ShownLevel> left, List<ShownLevel> right, int size) {
    List<ShownLevel> all = new ArrayList<>();
    for (ShownLevel a : left) {
      for (ShownLevel b : right) {
        List<Integer> members = new ArrayList<>();
        a.members().forEach(m -> b.members().forEach(n -> members.add(m * size + n)));
        all.add(new ShownLevel(a.id() + " / " + b.id(), a.label() + ", " + b.label(), members));
      }
    }
    return all;
  }
}
