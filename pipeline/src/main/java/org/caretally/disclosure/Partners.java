package org.caretally.disclosure;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;

/**
 * Hides further counts of a puzzle until no hidden one can be worked out: those that move with it
 * at the least cost, then those that turned out not to be needed are shown again. Hiding one count
 * more never narrows the interval of another, so that what was safe stays safe.
 */
final class Partners {
  private final Puzzle puzzle;
  private final Attacker attacker;
  private final CheapestShift shift;
  private final TreeSet<Integer> added = new TreeSet<>();

  private Partners(Puzzle puzzle) {
    this.puzzle = puzzle;
    attacker = new Attacker(puzzle);
    shift = new CheapestShift(puzzle);
  }

  /**
   * Hides counts in the puzzle and returns their positions.
   *
   * @throws ProblemException if everything is hidden and a count can be worked out still
   */
  static Set<Integer> hide(Puzzle puzzle) {
    Partners partners = new Partners(puzzle);
    partners.search();
    partners.prune();
    return partners.added;
  }

  private List<Integer> guarded() {
    return IntStream.range(0, puzzle.cells().size())
        .filter(c -> puzzle.hidden(c) && puzzle.cell(c).primary())
        .boxed()
        .toList();
  }

  private void search() {
    Deque<Integer> open = new ArrayDeque<>(guarded());
    while (!open.isEmpty()) {
      int cell = open.peek();
      if (attacker.safe(cell)) {
        open.pop();
        continue;
      }
      Set<Integer> partners = new TreeSet<>(shift.partners(cell));
      partners.removeIf(puzzle::hidden);
      if (partners.isEmpty()) {
        partners.add(partner(cell).orElseThrow(() -> unsolved(puzzle.cell(cell))));
      }
      for (int partner : partners) {
        puzzle.hide(partner, true);
        added.add(partner);
        open.add(partner);
      }
    }
  }

  /** Names a breakdown and its level as the study declares them; nothing of a person. */
  private static ProblemException unsolved(Unknown cell) {
    String group = cell.name().replace('\u0000', ' ').strip();
    return new ProblemException(
        List.of(
            Problem.of(
                Code.AUDIT_UNSOLVED,
                Place.in(""),
                "a hidden count about "
                    + (group.isEmpty() ? "everybody" : "the group \"" + group + "\"")
                    + " could be worked out whatever else is hidden",
                "leave the breakdown out, join its small levels (merge), or do not publish a survey"
                    + " of so few people")));
  }

  /**
   * Where no count can move enough: the cheapest count in a sum with the cell; small ones protect
   * badly and come last but wholes.
   */
  private Optional<Integer> partner(int cell) {
    Comparator<Integer> cheapest =
        Comparator.<Integer, Boolean>comparing(this::everybody)
            .thenComparing(c -> puzzle.cell(c).value() < Unknown.FURTHER_WIDTH)
            .thenComparing(c -> puzzle.cell(c).cost())
            .thenComparing(c -> puzzle.cell(c).name());
    // breadth first: partners in the sums of the count itself, then in those of hidden counts there
    Set<Integer> seen = new TreeSet<>(List.of(cell));
    Deque<Integer> near = new ArrayDeque<>(seen);
    while (!near.isEmpty()) {
      List<Integer> around =
          puzzle.sumsWith(near.pop()).stream()
              .flatMap(s -> puzzle.sums().get(s).cells().stream())
              .toList();
      Optional<Integer> found = around.stream().filter(c -> free(c) && !everybody(c)).min(cheapest);
      if (found.isPresent()) {
        return found;
      }
      around.stream().filter(c -> puzzle.hidden(c) && seen.add(c)).forEach(near::add);
    }
    return IntStream.range(0, puzzle.cells().size()).boxed().filter(this::free).min(cheapest);
  }

  private boolean free(int cell) {
    long cost = puzzle.cell(cell).cost();
    return !puzzle.hidden(cell) && cost >= 0 && cost < Unknown.NEVER;
  }

  private boolean everybody(int cell) {
    return puzzle.sumsWith(cell).stream().allMatch(s -> puzzle.sums().get(s).whole() == cell);
  }

  private void prune() {
    if (added.size() < 2) {
      return;
    }
    Comparator<Integer> dearest =
        Comparator.<Integer>comparingLong(c -> -puzzle.cell(c).cost())
            .thenComparing(c -> puzzle.cell(c).name());
    for (int cell : added.stream().sorted(dearest).toList()) {
      puzzle.hide(cell, false);
      boolean needed =
          !guarded().stream().allMatch(attacker::safe)
              || !added.stream().filter(puzzle::hidden).allMatch(attacker::safe);
      puzzle.hide(cell, needed);
    }
    added.removeIf(c -> !puzzle.hidden(c));
  }
}
