package org.caretally.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.codebook.Level;
import org.caretally.codebook.Variable;
import org.caretally.design.Axis;
import org.caretally.design.Condition;
import org.caretally.design.Domain;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Turns breakdowns and conditions of a study file into domains over positions of a row. */
final class DomainPlanner {
  private final Positions positions;
  private final Problems problems;
  private final Map<String, Domain> known = new LinkedHashMap<>();

  DomainPlanner(Positions positions, Problems problems) {
    this.positions = positions;
    this.problems = problems;
  }

  List<Domain> domains(List<Study.DomainUse> uses) {
    for (Study.DomainUse use : uses) {
      List<Axis> axes = new ArrayList<>();
      List<Condition> where = new ArrayList<>(conditions(use.where()));
      for (String of : use.of()) {
        Domain other = use.of().size() > 1 || !positions.ids().contains(of) ? known.get(of) : null;
        if (other != null) {
          axes.addAll(other.axes());
          where.addAll(other.where());
        } else {
          axis(use, of).ifPresent(axes::add);
        }
      }
      known.put(use.id(), new Domain(use.id(), use.label(), axes, where));
    }
    return List.copyOf(known.values());
  }

  private Optional<Axis> axis(Study.DomainUse use, String name) {
    Optional<Integer> found = positions.find(name);
    if (found.isEmpty()) {
      unknown(name, use.place());
      return Optional.empty();
    }
    int position = found.get();
    Variable variable = positions.at(position);
    if (variable.kind() == Variable.Kind.NUMBER) {
      return number(use, position, variable);
    }
    List<Level> levels =
        variable.kind() == Variable.Kind.LEVELS
            ? variable.levels()
            : List.of(new Level("no", "No"), new Level("yes", "Yes"));
    return Optional.of(new Axis(position, levels, new long[0]));
  }

  private Optional<Axis> number(Study.DomainUse use, int position, Variable variable) {
    if (use.cuts().isEmpty()) {
      problems.add(
          new Problem(
              Code.MISSING_KEY,
              use.place(),
              "breakdown \"" + use.id() + "\" is by a number and needs cuts",
              "the lower bounds of its bands",
              "",
              "cuts: [0, 20, 40]"));
      return Optional.empty();
    }
    long[] cuts = use.cuts().stream().mapToLong(c -> atLeast(c, variable)).toArray();
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < cuts.length; i++) {
      String derived =
          i + 1 < cuts.length
              ? use.cuts().get(i) + " to below " + use.cuts().get(i + 1)
              : use.cuts().get(i) + " and over";
      String label = use.labels().isEmpty() ? derived : use.labels().get(i);
      levels.add(new Level(label, label));
    }
    return Optional.of(new Axis(position, levels, cuts));
  }

  List<Condition> conditions(List<Study.Condition> wanted) {
    List<Condition> all = new ArrayList<>();
    for (Study.Condition condition : wanted) {
      Optional<Integer> position = positions.find(condition.variable());
      if (position.isEmpty()) {
        unknown(condition.variable(), condition.place());
      } else {
        all.add(condition(condition, position.get()));
      }
    }
    return all;
  }

  private Condition condition(Study.Condition wanted, int position) {
    Variable variable = positions.at(position);
    long min = wanted.min().isEmpty() ? Long.MIN_VALUE + 1 : atLeast(wanted.min(), variable);
    long max = wanted.max().isEmpty() ? Long.MAX_VALUE : atMost(wanted.max(), variable);
    List<Integer> levels = new ArrayList<>();
    List<String> ids = levelIds(variable);
    for (String level : wanted.levels()) {
      int at = ids.indexOf(level);
      if (at < 0) {
        problems.add(
            new Problem(
                Code.UNKNOWN_NAME,
                wanted.place(),
                "\"" + wanted.variable() + "\" has no level \"" + level + "\"",
                String.join(", ", ids),
                Nearest.to(level, ids),
                ""));
      }
      levels.add(at);
    }
    return new Condition(position, min, max, levels);
  }

  private static List<String> levelIds(Variable variable) {
    return variable.kind() == Variable.Kind.CASE
        ? List.of("no", "yes")
        : variable.levels().stream().map(Level::id).toList();
  }

  private static long atLeast(String text, Variable variable) {
    return cells(text, variable, RoundingMode.CEILING);
  }

  private static long atMost(String text, Variable variable) {
    return cells(text, variable, RoundingMode.FLOOR);
  }

  /** A bound between two cells moves to the cell inside, so that the same people meet it. */
  private static long cells(String text, Variable variable, RoundingMode mode) {
    BigDecimal cells = new BigDecimal(text).multiply(BigDecimal.valueOf(variable.grid()));
    return cells.setScale(0, mode).longValueExact();
  }

  private void unknown(String name, Place place) {
    problems.add(
        new Problem(
            Code.UNKNOWN_NAME,
            place,
            "there is no variable or scale \"" + name + "\"",
            "a declared column, or a scale such as phq9.total",
            Nearest.to(name, positions.ids()),
            ""));
  }
}
