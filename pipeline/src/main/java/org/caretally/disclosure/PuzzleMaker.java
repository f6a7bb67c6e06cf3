package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Ties the counts of groups by the sums that everybody knows: the levels of a breakdown and those
 * who are in none of them add up to everybody.
 */
final class PuzzleMaker {
  private final Puzzle puzzle = new Puzzle();
  private final Map<Group, Integer> groups = new HashMap<>();
  private final Map<Integer, Group> positions = new HashMap<>();

  /**
   * Makes a puzzle.
   *
   * @param ties the sums
   * @param count the count of a group; empty for a group without one
   * @param hidden whether a group's count is hidden already
   * @param rest what is left of a whole: from the margin and its value to a count, if it matters
   */
  PuzzleMaker(
      Ties ties,
      Function<Group, Optional<Unknown>> count,
      Predicate<Group> hidden,
      BiFunction<Margin, Double, Optional<Unknown>> rest) {
    ties.own().forEach(m -> add(m, count, hidden, rest, false));
    // a sum that follows from others tells nothing, but what it leaves over may have to be guarded
    ties.implied()
        .forEach((m, through) -> add(m, count, hidden, rest, groups.keySet().containsAll(through)));
  }

  private void add(
      Margin margin,
      Function<Group, Optional<Unknown>> count,
      Predicate<Group> hidden,
      BiFunction<Margin, Double, Optional<Unknown>> rest,
      boolean follows) {
    Optional<Integer> whole = place(margin.whole(), count, hidden);
    List<Integer> parts = new ArrayList<>();
    margin.parts().forEach(p -> place(p, count, hidden).ifPresent(parts::add));
    if (whole.isEmpty() || parts.isEmpty()) {
      return;
    }
    double left = puzzle.cell(whole.get()).value();
    for (int part : parts) {
      left -= puzzle.cell(part).value();
    }
    Optional<Unknown> remainder = rest.apply(margin, left);
    if (!follows || remainder.filter(Unknown::primary).isPresent()) {
      remainder.ifPresent(u -> parts.add(puzzle.add(u, true)));
      puzzle.sum(whole.get(), parts);
    }
  }

  private Optional<Integer> place(
      Group group, Function<Group, Optional<Unknown>> count, Predicate<Group> hidden) {
    if (!groups.containsKey(group)) {
      Optional<Unknown> unknown = count.apply(group);
      if (unknown.isEmpty()) {
        return Optional.empty();
      }
      int at = puzzle.add(unknown.get(), hidden.test(group));
      groups.put(group, at);
      positions.put(at, group);
    }
    return Optional.of(groups.get(group));
  }

  Puzzle puzzle() {
    return puzzle;
  }

  /** Returns the groups whose counts must be hidden besides, so that no hidden one is found. */
  List<Group> partners() {
    return Partners.hide(puzzle).stream().map(positions::get).toList();
  }
}
