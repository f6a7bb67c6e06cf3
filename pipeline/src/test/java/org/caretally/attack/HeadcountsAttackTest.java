package org.caretally.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.caretally.disclosure.Care;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Margin;
import org.caretally.disclosure.Profile;
import org.caretally.disclosure.Release;
import org.caretally.disclosure.TableKind;
import org.caretally.disclosure.Workforce;
import org.caretally.estimate.Estimate;
import org.caretally.estimate.Interval;
import org.caretally.estimate.Reliability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Weights were made to meet headcounts that the attacker knows: he takes the published groups, each
 * as often as it counts, from everybody.
 */
class HeadcountsAttackTest {
  private static final int SURVEYS = 120;
  private static final double RANGE = 27;

  @TempDir Path folder;

  /** Groups with their people, cases, mean score and headcount. */
  private static final class Survey {
    final List<Group> groups = new ArrayList<>();
    final Map<Group, Double> headcounts = new HashMap<>();
    final Map<Group, Integer> people = new HashMap<>();
    final List<Fact> facts = new ArrayList<>();

    Survey(long seed) {
      Random random = new Random(seed);
      int levels = 4 + random.nextInt(4);
      int all = 0;
      for (int g = 0; g < levels; g++) {
        Group group = new Group("job", "L" + g);
        groups.add(group);
        int n = g == 0 ? 3 + random.nextInt(8) : 12 + random.nextInt(150);
        people.put(group, n);
        headcounts.put(group, Math.rint(20 * Math.exp(4 * random.nextDouble())));
        all += n;
      }
      people.put(Group.EVERYBODY, all);
      double total = groups.stream().mapToDouble(headcounts::get).sum();
      double mean = 0;
      double share = 0;
      for (Group group : groups) {
        int n = people.get(group);
        int cases = Math.min(n, (int) (n * (.2 + .6 * random.nextDouble())));
        double own = 5 + 12 * random.nextDouble();
        facts.add(fact(group, "m0", n, cases, (double) cases / n));
        facts.add(fact(group, "m0mean", n, -1, own));
        mean += headcounts.get(group) / total * own;
        share += headcounts.get(group) / total * cases / n;
      }
      facts.add(fact(Group.EVERYBODY, "m0", all, (int) Math.rint(share * all), share));
      facts.add(fact(Group.EVERYBODY, "m0mean", all, -1, mean));
    }

    /**
     * In every other survey the wave has headcounts of its own, and those of other waves mislead.
     */
    private Workforce workforce() {
      Map<Group, Double> alike = new HashMap<>();
      groups.forEach(g -> alike.put(g, 100.0));
      return groups.size() % 2 == 0
          ? new Workforce(headcounts, Map.of())
          : new Workforce(alike, Map.of("2026", headcounts));
    }

    Release release(boolean known) {
      List<Margin> margins = List.of(new Margin(Group.EVERYBODY, groups));
      List<Fact> none = List.of();
      return new Release(
          facts, none, none, none, none, margins, true, known ? workforce() : Workforce.NONE);
    }
  }

  private static Fact fact(Group group, String measure, int n, int cases, double value) {
    Map<String, String> words = new HashMap<>();
    words.put("wave", "2026");
    words.put("domain", group.domain());
    words.put("level", group.level());
    words.put("measure", measure);
    words.put("scale", measure);
    words.put("range_low", "0");
    words.put("range_high", "27");
    Interval interval = new Interval(value - .1, value + .1, "t");
    String statistic = cases < 0 ? "mean" : "prevalence";
    Estimate estimate =
        new Estimate(
            statistic, value, .1, interval, n, n, cases, n, 1, Double.NaN, Reliability.FINE);
    return new Fact(TableKind.ESTIMATES, words, estimate, Double.NaN, Map.of(), Care.USUAL);
  }

  /** What the attacks found. */
  private static final class Found {
    int withheld;
    int attacked;
    int recovered;
    double narrowest = Double.POSITIVE_INFINITY;
    int rows;

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d numbers, %d withheld, %d attacked, %d found closer than the rules allow; narrowest"
              + " interval %.2f of the width asked for",
          rows,
          withheld,
          attacked,
          recovered,
          narrowest);
    }
  }

  private Found attack(boolean known) throws IOException {
    Found found = new Found();
    for (int seed = 0; seed < SURVEYS; seed++) {
      Survey survey = new Survey(seed);
      Path report = Files.createTempDirectory(folder, "report");
      PublishedFiles.write(survey.release(known), Profile.of("standard", 11), report);
      List<CSVRecord> rows = PublishedFiles.table(report, "estimates");
      attack(survey, rows, "m0mean", RANGE, .1, found);
      attack(survey, rows, "m0", 1, .01, found);
    }
    return found;
  }

  private static void attack(
      Survey survey, List<CSVRecord> rows, String measure, double range, double step, Found found) {
    Map<Group, Double> printed = new HashMap<>();
    for (CSVRecord row : rows) {
      if (row.get("measure").equals(measure)) {
        found.rows++;
        boolean hidden = row.get("estimate").isEmpty();
        found.withheld += hidden ? 1 : 0;
        double value = hidden ? Double.NaN : Double.parseDouble(row.get("estimate"));
        printed.put(new Group(row.get("domain"), row.get("level")), value);
      }
    }
    double total = survey.groups.stream().mapToDouble(survey.headcounts::get).sum();
    for (Group target : survey.groups) {
      if (survey.people.get(target) < 11) {
        assertTrue(printed.get(target).isNaN());
        double[] left = interval(printed.get(Group.EVERYBODY), total, range, step);
        for (Group other : survey.groups) {
          double[] own = interval(printed.get(other), survey.headcounts.get(other), range, step);
          left[0] -= other.equals(target) ? 0 : own[1];
          left[1] -= other.equals(target) ? 0 : own[0];
        }
        double low = Math.max(0, left[0] / survey.headcounts.get(target));
        double high = Math.min(range, left[1] / survey.headcounts.get(target));
        judge(survey, target, measure, low, high, range, found);
      }
    }
  }

  private static double[] interval(double printed, double times, double range, double step) {
    return Double.isNaN(printed)
        ? new double[] {0, range * times}
        : new double[] {(printed - step / 2) * times, (printed + step / 2) * times};
  }

  /** A sum of scores must stay open by half a person's range, cases by five people or all. */
  private static void judge(
      Survey survey,
      Group target,
      String measure,
      double low,
      double high,
      double range,
      Found found) {
    int n = survey.people.get(target);
    double truth =
        survey.facts.stream()
            .filter(f -> f.words().get("measure").equals(measure))
            .filter(f -> f.words().get("level").equals(target.level()))
            .findFirst()
            .orElseThrow()
            .estimate()
            .value();
    assertTrue(low - 1e-9 <= truth && truth <= high + 1e-9, low + " " + truth + " " + high);
    double needed = range == 1 ? Math.min(5, n) : range / 2;
    double width = n * (high - low) / needed;
    found.attacked++;
    found.narrowest = Math.min(found.narrowest, width);
    found.recovered += width < 1 - 1e-9 ? 1 : 0;
  }

  @Test
  void knownHeadcountsDoNotTellTheMeanOfAHiddenGroup() throws IOException {
    Found blind = attack(false);
    System.out.println("headcounts unknown to the audit: " + blind);
    assertTrue(blind.recovered > 10, blind.toString());
    Found found = attack(true);
    System.out.println("headcounts known to the audit: " + found);
    assertTrue(found.attacked >= 2 * SURVEYS, found.toString());
    assertEquals(0, found.recovered, found.toString());
    assertTrue(found.withheld < 0.45 * found.rows, found.toString());
  }
}
