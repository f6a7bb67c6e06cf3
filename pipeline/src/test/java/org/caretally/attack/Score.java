package org.caretally.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.caretally.disclosure.Fact;
import org.caretally.disclosure.Group;
import org.caretally.disclosure.Margin;
import org.caretally.disclosure.Profile;

/** Compares what an attacker finds in published files with the truth, and keeps the figures. */
final class Score {
  int withheld;
  int cells;
  int attacked;
  int recovered;
  int solvedExactly;
  double narrowest = Double.POSITIVE_INFINITY;
  String worst = "";

  /** Attacks one publication. */
  void attack(MadeSurvey survey, Profile profile, List<CSVRecord> csv, boolean simplex) {
    SubtractionAttack attack = new SubtractionAttack(survey.margins, csv);
    Map<String, Map<Group, Fact>> truth = new TreeMap<>();
    for (Fact fact : survey.estimates) {
      if (fact.estimate().cases() >= 0) {
        truth
            .computeIfAbsent(fact.words().get("measure"), m -> new HashMap<>())
            .put(new Group(fact.words().get("domain"), fact.words().get("level")), fact);
      }
    }
    for (CSVRecord row : csv) {
      cells++;
      withheld += row.get("status").equals("confidential") ? 1 : 0;
    }
    truth.forEach((m, facts) -> measure(attack, m, facts, survey, profile, csv, simplex));
  }

  private void measure(
      SubtractionAttack attack,
      String measure,
      Map<Group, Fact> facts,
      MadeSurvey survey,
      Profile profile,
      List<CSVRecord> csv,
      boolean simplex) {
    Map<String, Boolean> complete = new HashMap<>();
    for (int m = 0; m < survey.margins.size(); m++) {
      // the strongest attacker also knows where nobody is left over
      complete.put(measure + m, rest(survey.margins.get(m), facts, "people") == 0);
    }
    List<String> fixed = attack.fixed(measure, complete);
    for (String what : List.of("people", "cases", "others")) {
      Map<String, SubtractionAttack.Range> found = attack.attack(measure, what, complete);
      for (CSVRecord row : csv) {
        Group group = new Group(row.get("domain"), row.get("level"));
        if (row.get("measure").equals(measure) && row.get("status").equals("confidential")) {
          Fact fact = facts.get(group);
          String name = SubtractionAttack.name(group);
          solvedExactly += fixed.contains(name) && fact.estimate().n() > 0 ? 1 : 0;
          double limit = limit(fact, what, profile);
          if (limit >= 0) {
            SubtractionAttack.Range range =
                simplex ? attack.simplex(measure, what, complete, name) : found.get(name);
            judge(range, limit, value(fact, what), measure + " " + name + " " + what);
          }
        }
      }
    }
  }

  /** The largest value that the rule itself gives away; -1 when no rule hides the count. */
  private static double limit(Fact fact, String what, Profile profile) {
    long n = fact.estimate().n();
    if (n > 0 && n < profile.k()) {
      return profile.k() - 1;
    }
    int fewest = fact.care().sensitive() ? Math.max(profile.k(), profile.cases()) : profile.cases();
    return !what.equals("people") && n > 0 && value(fact, what) < fewest ? fewest - 1 : -1;
  }

  private void judge(SubtractionAttack.Range range, double limit, double truth, String name) {
    attacked++;
    if (truth < range.low() - 1e-6 || truth > range.high() + 1e-6) {
      throw new AssertionError("the attack is wrong about " + name + ": " + range + ", " + truth);
    }
    double width = range.meet(0, limit).width();
    double needed = Math.min(5, limit);
    if (width - needed < narrowest) {
      narrowest = width - needed;
      worst = name + " " + range + " of " + limit + ", is " + truth;
    }
    recovered += width < needed ? 1 : 0;
  }

  static double value(Fact fact, String what) {
    long n = fact.estimate().n();
    long x = fact.estimate().cases();
    return what.equals("people") ? n : what.equals("cases") ? x : n - x;
  }

  private static double rest(Margin margin, Map<Group, Fact> facts, String what) {
    double left = value(facts.get(margin.whole()), what);
    for (Group part : margin.parts()) {
      left -= value(facts.get(part), what);
    }
    return left;
  }

  @Override
  public String toString() {
    return cells
        + " numbers, "
        + withheld
        + " withheld, "
        + attacked
        + " attacked, "
        + recovered
        + " found closer than the rules allow, "
        + solvedExactly
        + " solved exactly; narrowest margin over the width asked for "
        + narrowest
        + " ("
        + worst
        + ")";
  }
}
