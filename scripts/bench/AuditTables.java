import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Gate;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Margin;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.Release;
import org.caretally.disclosure.TableKind;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;

/**
 * Takes made-up tables through the disclosure gate once, as a process to be measured: {@code waves}
 * (12 measures by 10 breakdowns in 3 waves of 640 people) or {@code crossing} (12 measures by 30 by
 * 12 groups of 20,000 people). {@code rules} after it leaves the search out.
 */
public final class AuditTables {
  private static final int MEASURES = 12;

  private final int people;
  private final Random random;
  private final List<Margin> margins = new ArrayList<>();
  private final Map<Group, List<Integer>> members = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();

  private AuditTables(long seed, int people) {
    this.people = people;
    random = new Random(seed);
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      all.add(i);
    }
    members.put(Group.EVERYBODY, all);
    groups.add(Group.EVERYBODY);
  }

  public static void main(String[] arguments) {
    boolean rules = arguments.length > 1 && arguments[1].equals("rules");
    long shown = 0;
    for (int wave = 0; wave < (arguments[0].equals("waves") ? 3 : 1); wave++) {
      AuditTables made = new AuditTables(wave, arguments[0].equals("waves") ? 640 : 20_000);
      if (arguments[0].equals("waves")) {
        for (int b = 0; b < 10; b++) {
          made.breakdown("b" + b, made.levels(2 + b % 7));
        }
      } else {
        made.cross(made.levels(30), 30, made.levels(12), 12);
      }
      shown += made.shown(rules);
    }
    System.out.println(shown + " numbers shown");
  }

  private int[] levels(int count) {
    int[] level = new int[people];
    for (int i = 0; i < people; i++) {
      level[i] = (int) (count * Math.pow(random.nextDouble(), 1.7));
    }
    return level;
  }

  private List<Group> breakdown(String id, int[] level) {
    List<Group> made = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      Group group = new Group(id, "L" + level[i]);
      if (members.computeIfAbsent(group, g -> new ArrayList<>()).isEmpty()) {
        made.add(group);
      }
      members.get(group).add(i);
    }
    made.sort((a, b) -> a.level().compareTo(b.level()));
    groups.addAll(made);
    margins.add(new Margin(Group.EVERYBODY, made));
    return made;
  }

  private void cross(int[] rows, int height, int[] columns, int width) {
    breakdown("rows", rows);
    breakdown("columns", columns);
    int[] both = new int[people];
    for (int i = 0; i < people; i++) {
      both[i] = rows[i] * width + columns[i];
    }
    List<Group> cells = breakdown("crossed", both);
    for (int r = 0; r < height; r++) {
      int row = r;
      add("rows", r, cells.stream().filter(c -> number(c) / width == row).toList());
    }
    for (int c = 0; c < width; c++) {
      int column = c;
      add("columns", c, cells.stream().filter(g -> number(g) % width == column).toList());
    }
  }

  private void add(String id, int level, List<Group> cells) {
    Group whole = new Group(id, "L" + level);
    if (members.containsKey(whole) && !cells.isEmpty()) {
      margins.add(new Margin(whole, cells));
    }
  }

  private static int number(Group group) {
    return Integer.parseInt(group.level().substring(1));
  }

  private long shown(boolean rules) {
    List<Fact> facts = new ArrayList<>();
    for (int m = 0; m < MEASURES; m++) {
      boolean[] cases = new boolean[people];
      boolean[] answered = new boolean[people];
      for (int i = 0; i < people; i++) {
        cases[i] = random.nextDouble() < (m + 1) / 30.0;
        answered[i] = random.nextDouble() < .98;
      }
      for (Group group : groups) {
        int n = 0;
        int x = 0;
        for (int i : members.get(group)) {
          n += answered[i] ? 1 : 0;
          x += answered[i] && cases[i] ? 1 : 0;
        }
        facts.add(fact(group, "m" + m, n, x));
      }
    }
    Release release =
        new Release(
            facts, List.of(), List.of(), List.of(), List.of(), rules ? List.of() : margins, false);
    return new Gate(Profile.of("standard", 11))
        .release(release).estimates().rows().stream().filter(r -> r.shows("estimate")).count();
  }

  private static Fact fact(Group group, String measure, int n, int cases) {
    double p = n == 0 ? Double.NaN : (double) cases / n;
    double error = n < 2 ? Double.NaN : Math.sqrt(p * (1 - p) / (n - 1));
    Interval interval = new Interval(Math.max(0, p - 2 * error), Math.min(1, p + 2 * error), "t");
    Estimate estimate =
        new Estimate(
            "prevalence", p, error, interval, n, n, cases, n, 1, Double.NaN, Reliability.FINE);
    Map<String, String> words =
        Map.of(
            "wave", "", "measure", measure, "domain", group.domain(), "level", group.level());
    return new Fact(TableKind.ESTIMATES, words, estimate, Double.NaN, Map.of(), Care.USUAL);
  }
}
