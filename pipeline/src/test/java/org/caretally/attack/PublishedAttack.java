package org.caretally.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.caretally.attack.MadeSurvey.Group;

/**
 * Somebody with the published table and no more: from the numbers of a row the counts that can be
 * behind it, from the rows that add up the counts of those that are hidden. Shares no code with the
 * auditor.
 */
final class PublishedAttack {
  /** What can be the people and the cases of a row. */
  record Known(double peopleLow, double peopleHigh, double casesLow, double casesHigh) {}

  private final List<Group> groups;
  private final Map<Group, Known> known = new LinkedHashMap<>();
  private final List<double[]> sums = new ArrayList<>();
  private final int size;
  private final Map<Group, Integer> most;

  /**
   * Reads the rows of one measure.
   *
   * @param most groups of which a tell-tale has said that they have at most so many people
   */
  PublishedAttack(MadeSurvey survey, List<CSVRecord> rows, Map<Group, Integer> most) {
    this.most = most;
    groups = survey.groups();
    for (CSVRecord row : rows) {
      if (row.get("status").equals("shown")) {
        known.put(new Group(row.get("domain"), row.get("level")), invert(row));
      }
    }
    size = groups.size();
    add(Group.ALL, "d0", "");
    for (int d = 1; d < survey.sizes.size(); d++) {
      add(Group.ALL, "d" + d, "");
    }
    if (survey.crossed) {
      add(Group.ALL, "x", "");
      for (Group group : groups) {
        if (group.domain().equals("d0")) {
          add(group, "x", group.level() + " /");
        } else if (group.domain().equals("d1")) {
          add(group, "x", "/ " + group.level());
        }
      }
    }
  }

  /** All pairs of people and cases that print the same people, share, limits and degrees. */
  static Known invert(CSVRecord row) {
    long shown = Long.parseLong(row.get("n"));
    int decimals = row.get("estimate").length() - 2;
    double half = .5000001 * Math.pow(10, -decimals);
    double p = Double.parseDouble(row.get("estimate"));
    double[] ends = {Double.MAX_VALUE, -1, Double.MAX_VALUE, -1};
    for (long n = Math.max(1, shown - 2); n <= shown + 2; n++) {
      long from = Math.max(0, (long) Math.floor((p - half) * n));
      for (long x = from; x <= Math.min(n, Math.ceil((p + half) * n)); x++) {
        double[] limits = MadeSurvey.wilson(x, n);
        double share = (double) x / n;
        if (near(share, row.get("estimate"), half)
            && near(Math.sqrt(share * (1 - share) / n), row.get("std_error"), half)
            && near(limits[0], row.get("ci_low"), half)
            && near(limits[1], row.get("ci_high"), half)
            && (n > 100 || n - 1 == Long.parseLong(row.get("df")))) {
          ends[0] = Math.min(ends[0], n);
          ends[1] = Math.max(ends[1], n);
          ends[2] = Math.min(ends[2], x);
          ends[3] = Math.max(ends[3], x);
        }
      }
    }
    return new Known(ends[0], ends[1], ends[2], ends[3]);
  }

  private static boolean near(double value, String printed, double half) {
    return Math.abs(value - Double.parseDouble(printed)) <= half;
  }

  boolean hidden(Group group) {
    return !known.containsKey(group);
  }

  /** The parts are at most the whole: some people are in none of them. */
  private void add(Group whole, String domain, String level) {
    double[] people = new double[2 * size];
    double[] cases = new double[2 * size];
    double[] others = new double[2 * size];
    for (int i = 0; i < size; i++) {
      Group group = groups.get(i);
      boolean part = group.domain().equals(domain) && named(group.level(), level);
      double sign = part ? 1 : group.equals(whole) ? -1 : 0;
      cases[i] = sign;
      others[size + i] = sign;
      people[i] = sign;
      people[size + i] = sign;
    }
    for (double[] sum : List.of(people, cases, others)) {
      sums.add(sum);
    }
  }

  private static boolean named(String level, String part) {
    return part.startsWith("/") ? level.endsWith(part) : (level + " ").startsWith(part);
  }

  /** Smallest and largest people (0), cases (1) or others (2) of a group. */
  double[] range(Group group, int what) {
    int at = groups.indexOf(group);
    double[] goal = new double[2 * size];
    goal[at] = what == 2 ? 0 : 1;
    goal[size + at] = what == 1 ? 0 : 1;
    return range(goal);
  }

  /** How many sums there are: a whole less its parts, people, cases and others of each. */
  int sums() {
    return sums.size();
  }

  /** Smallest and largest value of a whole less its parts. */
  double[] rest(int sum) {
    return range(java.util.Arrays.stream(sums.get(sum)).map(v -> -v).toArray());
  }

  private double[] range(double[] goal) {
    return new double[] {solve(goal, GoalType.MINIMIZE), solve(goal, GoalType.MAXIMIZE)};
  }

  private double solve(double[] goal, GoalType type) {
    List<LinearConstraint> all = new ArrayList<>();
    for (double[] sum : sums) {
      all.add(new LinearConstraint(sum, Relationship.LEQ, 0));
    }
    for (int i = 0; i < size; i++) {
      double[] people = new double[2 * size];
      people[i] = 1;
      people[size + i] = 1;
      double[] cases = new double[2 * size];
      cases[i] = 1;
      Known own = known.get(groups.get(i));
      if (most.containsKey(groups.get(i))) {
        all.add(new LinearConstraint(people, Relationship.LEQ, most.get(groups.get(i))));
      }
      if (own != null) {
        all.add(new LinearConstraint(people, Relationship.GEQ, own.peopleLow()));
        all.add(new LinearConstraint(people, Relationship.LEQ, own.peopleHigh()));
        all.add(new LinearConstraint(cases, Relationship.GEQ, own.casesLow()));
        all.add(new LinearConstraint(cases, Relationship.LEQ, own.casesHigh()));
      }
    }
    return new SimplexSolver(1e-9, 10)
        .optimize(
            new MaxIter(10_000),
            new LinearObjectiveFunction(goal, 0),
            new LinearConstraintSet(all),
            new NonNegativeConstraint(true),
            type)
        .getValue();
  }

  /**
   * Returns whether linear algebra alone gives a hidden group's people away when nobody is missing
   * from a breakdown: the group's unit vector lies in the row space of the equations of the groups
   * that are hidden or whose print leaves several numbers of people.
   */
  boolean determined(Group group) {
    List<Group> unknown = groups.stream().filter(this::open).toList();
    List<double[]> rows = new ArrayList<>();
    for (int s = 0; s < sums.size(); s += 3) {
      double[] row = new double[unknown.size()];
      for (int i = 0; i < row.length; i++) {
        row[i] = sums.get(s)[groups.indexOf(unknown.get(i))];
      }
      rows.add(row);
    }
    RealMatrix equations = MatrixUtils.createRealMatrix(rows.toArray(double[][]::new));
    rows.add(new double[unknown.size()]);
    rows.get(rows.size() - 1)[unknown.indexOf(group)] = 1;
    RealMatrix more = MatrixUtils.createRealMatrix(rows.toArray(double[][]::new));
    return rank(more) == rank(equations);
  }

  private boolean open(Group group) {
    return hidden(group) || known.get(group).peopleLow() < known.get(group).peopleHigh();
  }

  private static int rank(RealMatrix matrix) {
    return new SingularValueDecomposition(matrix).getRank();
  }
}
