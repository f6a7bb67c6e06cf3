package org.caretally.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Margin;

/**
 * An attacker who reads estimates.csv of one wave and knows which groups add up to which. Shares no
 * code with the auditor. First every printed row is solved for the people and cases that would
 * print it; then bounds are pushed through the sums until nothing moves; a simplex does the same
 * for sums that cross.
 */
final class SubtractionAttack {

  /** Lower and upper limit of a count. */
  record Range(double low, double high) {
    Range meet(double lo, double hi) {
      return new Range(Math.max(low, lo), Math.min(high, hi));
    }

    double width() {
      return Math.floor(high + 1e-6) - Math.ceil(low - 1e-6);
    }
  }

  /** What one printed row gives away. */
  private record Solved(Range people, Range cases, Range others) {}

  private final List<Margin> margins;
  private final Map<String, Map<Group, CSVRecord>> rows = new TreeMap<>();

  SubtractionAttack(List<Margin> margins, List<CSVRecord> estimates) {
    this.margins = margins;
    for (CSVRecord row : estimates) {
      rows.computeIfAbsent(row.get("measure"), m -> new LinkedHashMap<>())
          .put(new Group(row.get("domain"), row.get("level")), row);
    }
  }

  static boolean shown(CSVRecord row) {
    return !row.get("n").isEmpty() && !row.get("estimate").isEmpty();
  }

  /** Returns what is found out for one measure: people, cases or others, by group or remainder. */
  Map<String, Range> attack(String measure, String what, Map<String, Boolean> complete) {
    return propagate(start(measure, what, complete), equations(measure, complete));
  }

  private Map<String, Range> start(String measure, String what, Map<String, Boolean> complete) {
    Map<Group, CSVRecord> all = rows.get(measure);
    Map<String, Range> start = new LinkedHashMap<>();
    double most = people(measure, Group.EVERYBODY, 1e7).high();
    for (Group group : all.keySet()) {
      Range people = people(measure, group, most);
      Range range = new Range(0, people.high());
      if (shown(all.get(group))) {
        Solved solved = solve(all.get(group));
        range = what.equals("cases") ? solved.cases() : solved.others();
      }
      start.put(name(group), what.equals("people") ? people : range);
    }
    for (int m = 0; m < margins.size(); m++) {
      if (!complete.getOrDefault(measure + m, false)) {
        start.put("rest" + m, new Range(0, most));
      }
    }
    return start;
  }

  static String name(Group group) {
    return group.domain() + ":" + group.level();
  }

  /** A hidden base is that of the mean of the same people, when that one is printed. */
  private Range people(String measure, Group group, double most) {
    CSVRecord own = rows.get(measure).get(group);
    Map<Group, CSVRecord> means = rows.getOrDefault(measure + "mean", Map.of());
    CSVRecord twin = means.get(group);
    Range range = new Range(0, most);
    if (shown(own)) {
      range = solve(own).people();
    }
    if (twin != null && shown(twin)) {
      double n = Double.parseDouble(twin.get("n"));
      range = range.meet(n - 2, n + 2);
    }
    return range;
  }

  private final Map<CSVRecord, Solved> solved = new HashMap<>();

  private Solved solve(CSVRecord row) {
    return solved.computeIfAbsent(row, SubtractionAttack::solved);
  }

  private static Solved solved(CSVRecord row) {
    int shown = Integer.parseInt(row.get("n"));
    double p = Double.parseDouble(row.get("estimate"));
    double[] n = {1e9, -1};
    double[] x = {1e9, -1};
    double[] y = {1e9, -1};
    for (int people = Math.max(1, shown - 2); people <= shown + 2; people++) {
      double h = people >= 1000 ? .0006 : .006;
      for (int c = (int) Math.max(0, (p - h) * people);
          c <= Math.min(people, (p + h) * people + 1);
          c++) {
        if (prints(row, people, c)) {
          take(n, people);
          take(x, c);
          take(y, people - c);
        }
      }
    }
    if (n[1] < 0) {
      throw new AssertionError("no people and cases print " + row);
    }
    return new Solved(new Range(n[0], n[1]), new Range(x[0], x[1]), new Range(y[0], y[1]));
  }

  private static void take(double[] range, double value) {
    range[0] = Math.min(range[0], value);
    range[1] = Math.max(range[1], value);
  }

  private static boolean prints(CSVRecord row, int n, int x) {
    int decimals = n >= 1000 ? 3 : 2;
    double[] wilson = MadeSurvey.wilson(n, x);
    double error = n > 1 ? Math.sqrt((double) x / n * (1 - (double) x / n) / (n - 1)) : Double.NaN;
    return near(row.get("estimate"), (double) x / n, decimals)
        && near(row.get("ci_low"), wilson[0], decimals)
        && near(row.get("ci_high"), wilson[1], decimals)
        && near(row.get("std_error"), error, decimals)
        && (n > 200 || Math.abs(Double.parseDouble(row.get("df")) - (n - 1)) <= 2.5);
  }

  private static boolean near(String text, double value, int decimals) {
    return text.isEmpty()
        || Math.abs(Double.parseDouble(text) - value) <= .5 * Math.pow(10, -decimals) + 1e-9;
  }

  /** A whole and its parts, by name. */
  private record Equation(String whole, List<String> parts) {}

  private List<Equation> equations(String measure, Map<String, Boolean> complete) {
    List<Equation> all = new ArrayList<>();
    for (int m = 0; m < margins.size(); m++) {
      List<String> parts = new ArrayList<>();
      margins.get(m).parts().forEach(p -> parts.add(name(p)));
      if (!complete.getOrDefault(measure + m, false)) {
        parts.add("rest" + m);
      }
      all.add(new Equation(name(margins.get(m).whole()), parts));
    }
    return all;
  }

  private static Map<String, Range> propagate(Map<String, Range> start, List<Equation> equations) {
    Map<String, Range> now = new LinkedHashMap<>(start);
    boolean moved = true;
    for (int round = 0; moved && round < 1000; round++) {
      moved = false;
      for (Equation equation : equations) {
        double low = equation.parts().stream().mapToDouble(p -> now.get(p).low()).sum();
        double high = equation.parts().stream().mapToDouble(p -> now.get(p).high()).sum();
        Range whole = now.get(equation.whole());
        moved |= narrow(now, equation.whole(), low, high);
        for (String part : equation.parts()) {
          Range own = now.get(part);
          moved |=
              narrow(
                  now, part, whole.low() - (high - own.high()), whole.high() - (low - own.low()));
        }
      }
    }
    return now;
  }

  private static boolean narrow(Map<String, Range> now, String name, double low, double high) {
    Range before = now.get(name);
    Range after = before.meet(low, high);
    now.put(name, after);
    return after.low() > before.low() + 1e-9 || after.high() < before.high() - 1e-9;
  }

  /** The sharpest range of one count, by the simplex method. */
  Range simplex(String measure, String what, Map<String, Boolean> complete, String target) {
    Map<String, Range> bounds = attack(measure, what, complete);
    List<String> names = new ArrayList<>(bounds.keySet());
    List<LinearConstraint> constraints = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      double[] one = new double[names.size()];
      one[i] = 1;
      Range range = bounds.get(names.get(i));
      constraints.add(new LinearConstraint(one, Relationship.LEQ, range.high()));
      constraints.add(new LinearConstraint(one, Relationship.GEQ, range.low()));
    }
    for (Equation equation : equations(measure, complete)) {
      double[] sum = new double[names.size()];
      sum[names.indexOf(equation.whole())] = -1;
      equation.parts().forEach(p -> sum[names.indexOf(p)] = 1);
      constraints.add(new LinearConstraint(sum, Relationship.EQ, 0));
    }
    double[] goal = new double[names.size()];
    goal[names.indexOf(target)] = 1;
    LinearObjectiveFunction f = new LinearObjectiveFunction(goal, 0);
    LinearConstraintSet set = new LinearConstraintSet(constraints);
    SimplexSolver solver = new SimplexSolver();
    NonNegativeConstraint positive = new NonNegativeConstraint(true);
    double low = solver.optimize(new MaxIter(5000), f, set, GoalType.MINIMIZE, positive).getValue();
    double high =
        solver.optimize(new MaxIter(5000), f, set, GoalType.MAXIMIZE, positive).getValue();
    return new Range(low, high);
  }

  /** Returns the counts that exact algebra fixes when all printed counts below a size are known. */
  List<String> fixed(String measure, Map<String, Boolean> complete) {
    List<String> unknown = new ArrayList<>();
    rows.get(measure)
        .forEach(
            (group, row) -> {
              if (!shown(row) || Double.parseDouble(row.get("n")) >= 200) {
                unknown.add(name(group));
              }
            });
    List<Equation> equations = equations(measure, complete);
    equations.forEach(
        e -> e.parts().stream().filter(p -> p.startsWith("rest")).forEach(unknown::add));
    int[][] matrix = new int[equations.size()][unknown.size()];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < unknown.size(); c++) {
        String name = unknown.get(c);
        matrix[r][c] =
            equations.get(r).whole().equals(name)
                ? -1
                : equations.get(r).parts().contains(name) ? 1 : 0;
      }
    }
    return NullSpace.fixed(matrix).stream().map(unknown::get).toList();
  }
}
