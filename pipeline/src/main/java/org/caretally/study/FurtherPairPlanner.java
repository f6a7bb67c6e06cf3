package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.caretally.codebook.Variable;
import org.caretally.estimate.PartialCorrelation;
import org.caretally.estimate.Polychoric;
import org.caretally.estimate.Regressor;
import org.caretally.instrument.Overlaps;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Turns the partial and polychoric correlations a study asks for into pairs. */
final class FurtherPairPlanner {
  private static final int MOST = 30;

  private final Positions positions;
  private final Problems problems;

  FurtherPairPlanner(Positions positions, Problems problems) {
    this.positions = positions;
    this.problems = problems;
  }

  /**
   * Returns the pairs.
   *
   * @param number how a name becomes a number that can be correlated
   */
  List<Pair> pairs(
      Study.CorrelationUse use,
      BiFunction<String, Place, Optional<Pair.Side>> number,
      Overlaps overlaps) {
    List<Pair> all = new ArrayList<>();
    List<Pair.Side> given = new ArrayList<>();
    use.further().given().forEach(g -> any(g, use.place()).ifPresent(given::add));
    for (List<String> pair : use.further().partial()) {
      Optional<Pair.Side> x = number.apply(pair.get(0), use.place());
      Optional<Pair.Side> y = number.apply(pair.get(1), use.place());
      if (x.isPresent() && y.isPresent()) {
        partial(x.get(), y.get(), given, overlaps, use.place()).ifPresent(all::add);
      }
    }
    for (List<String> pair : use.further().polychoric()) {
      Optional<Pair.Side> x = ordered(pair.get(0), number, use.place());
      Optional<Pair.Side> y = ordered(pair.get(1), number, use.place());
      if (x.isPresent() && y.isPresent()) {
        String overlap = overlaps.between(x.get().id(), y.get().id()).orElse("");
        Polychoric polychoric =
            new Polychoric(
                x.get().position(), variable(x.get()), y.get().position(), variable(y.get()));
        all.add(new Pair(x.get(), y.get(), overlap, "polychoric", "", polychoric));
      }
    }
    return all;
  }

  private Variable variable(Pair.Side side) {
    return positions.at(side.position());
  }

  private Optional<Pair> partial(
      Pair.Side x, Pair.Side y, List<Pair.Side> given, Overlaps overlaps, Place place) {
    List<Regressor> held = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Pair.Side side : given) {
      if (!side.id().equals(x.id()) && !side.id().equals(y.id())) {
        held.add(new Regressor(side.position(), variable(side)));
        words.add(side.label());
      }
    }
    try {
      PartialCorrelation partial =
          new PartialCorrelation(
              x.position(), variable(x), y.position(), variable(y), held, List.of());
      String overlap = overlaps.between(x.id(), y.id()).orElse("");
      String label = words.stream().collect(Collectors.joining(", "));
      return Optional.of(new Pair(x, y, overlap, "partial", label, partial));
    } catch (IllegalArgumentException tooMany) {
      problems.add(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              place,
              "\"given\" names too many variables for a partial correlation",
              "about six numbers or scales at most",
              "",
              "name fewer, or ask for a regression model under \"models\""));
      return Optional.empty();
    }
  }

  private Optional<Pair.Side> any(String name, Place place) {
    Optional<Integer> position = positions.find(name);
    if (position.isEmpty()) {
      problems.add(
          new Problem(
              Code.UNKNOWN_NAME,
              place,
              "there is no scale, cut-off or variable \"" + name + "\"",
              "a scale such as phq9.total, a cut-off, or a declared variable",
              Nearest.to(name, positions.ids()),
              ""));
    }
    return position.map(at -> new Pair.Side(name, positions.at(at).label(), "", at));
  }

  /** A variable with levels counts in the order in which they are declared. */
  private Optional<Pair.Side> ordered(
      String name, BiFunction<String, Place, Optional<Pair.Side>> number, Place place) {
    boolean levels =
        positions.find(name).map(positions::at).stream()
            .anyMatch(v -> v.kind() == Variable.Kind.LEVELS);
    Optional<Pair.Side> side = levels ? any(name, place) : number.apply(name, place);
    if (side.isPresent() && variable(side.get()).max() - variable(side.get()).min() >= MOST) {
      problems.add(
          new Problem(
              Code.VALUE_NOT_ALLOWED,
              place,
              "\"" + name + "\" has too many values for a polychoric correlation",
              "a variable with levels, a cut-off, or a number with at most " + MOST + " values",
              "",
              "name it under \"pairs\", or declare its bands as levels"));
      return Optional.empty();
    }
    return side;
  }
}
