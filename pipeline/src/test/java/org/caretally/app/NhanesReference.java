package org.caretally.app;

import static org.caretally.app.Comparison.LIMIT;
import static org.caretally.app.Comparison.POINT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import tools.jackson.databind.JsonNode;

/**
 * Holds the tables of one NHANES cycle to the answers of R survey, which are written alike for
 * every cycle.
 *
 * @param reference answers of R
 * @param main tables about adults with a complete PHQ-9
 * @param screening tables about all adults
 * @param comparison what keeps count
 */
record NhanesReference(
    JsonNode reference, RealStudy.Tables main, RealStudy.Tables screening, Comparison comparison) {
  private static final Map<String, String[]> PLACES = new HashMap<>();

  private static final Map<String, String> MEASURES =
      Map.of(
          "phq9", "phq9.total",
          "sleep", "sleep_hours.hours",
          "hours", "hours",
          "drinks", "drinks",
          "age", "age",
          "dep10", "phq9.total:screen_positive",
          "dep10_pro", "phq9.total:screen_positive",
          "phq2_3", "phq9.phq2:screen_positive",
          "short_sleep", "sleep_hours.hours:short_sleep");

  static {
    place("18+", "", "");
    place("20+", "adults_20", "20 and over");
    place("18+ with PHQ-9", "", "");
    place("18+ drinkers", "", "");
    place("18+ male", "sex", "male");
    place("18+ female", "sex", "female");
    place("18-39", "age_group", "18 to 39");
    place("40-59", "age_group", "40 to 59");
    place("60+", "age_group", "60 and over");
    place("18+ working last week", "worked", "worked");
    place("18+ employed (OCD150 1,2)", "employment", "employed");
    place("18+ not employed", "employment", "not_employed");
    for (String sex : List.of("male", "female")) {
      place(sex + " 18-39", "sex_by_age", sex + " / 18 to 39");
      place(sex + " 40-59", "sex_by_age", sex + " / 40 to 59");
      place(sex + " 60+", "sex_by_age", sex + " / 60 and over");
    }
    List<String> race = List.of("mexican_american", "other_hispanic", "white", "black", "other");
    for (int i = 0; i < race.size(); i++) {
      place("18+ RIDRETH1=" + (i + 1), "race", race.get(i));
    }
    for (int i = 1; i <= 23; i++) {
      place("18+ employed OCD241=" + i, "occupation", String.format(Locale.ROOT, "o%02d", i));
    }
  }

  private static void place(String name, String domain, String level) {
    PLACES.put(name, new String[] {domain, level});
  }

  /**
   * Compares every prevalence.
   *
   * @return domains whose reliability R judges otherwise, because its limits are wider or narrower
   */
  List<String> prevalences(int expected) {
    List<String> otherwise = new ArrayList<>();
    int compared = 0;
    for (JsonNode p : reference.get("prevalence")) {
      String domain = p.get("domain").asString();
      String outcome = p.get("outcome").asString();
      boolean adults = outcome.equals("dep10");
      String[] at = PLACES.get(adults ? domain : "18+");
      CSVRecord r = (adults ? main : screening).estimate(at[0], at[1], MEASURES.get(outcome));
      String what = domain + " " + outcome;
      comparison.count(what + " n", p.get("n").asInt(), r.get("n"));
      comparison.count(what + " df", p.get("df").asInt(), r.get("df"));
      number(what, p, "estimate", r, "estimate", POINT);
      number(what, p, "se", r, "std_error", POINT);
      number(what, p, "deff", r, "deff", POINT);
      number(what, p, "n_eff", r, "n_eff", POINT);
      limits(what, p, r);
      JsonNode flag = p.get("nchs_unreliable");
      if (!flag.isNull() && flag.asBoolean() != r.get("status").equals("unreliable")) {
        otherwise.add(domain);
      }
      compared++;
    }
    assertEquals(expected, compared);
    return otherwise;
  }

  /** Compares a number unless R has none, as for a design effect of nobody. */
  private void number(
      String what, JsonNode expected, String field, CSVRecord r, String column, double tolerance) {
    if (!expected.get(field).isNull()) {
      comparison.close(what, expected.get(field).asDouble(), r, column, tolerance);
    }
  }

  /**
   * R's beta method lets the effective sample grow beyond n; the NCHS form does not. Where that
   * makes a difference the limits are those of Clopper and Pearson for n, here by their relation to
   * the F distribution.
   */
  private void limits(String what, JsonNode p, CSVRecord r) {
    if (p.get("kg_lo").isNull()) {
      return;
    }
    double n = p.get("n").asDouble();
    double ratio = t(n - 1) / t(p.get("df").asDouble());
    if (p.get("n_eff").asDouble() * ratio * ratio <= n) {
      number(what, p, "kg_lo", r, "ci_low", LIMIT);
      number(what, p, "kg_hi", r, "ci_high", LIMIT);
      return;
    }
    double x = p.get("estimate").asDouble() * n;
    double low = FDistribution.of(2 * x, 2 * (n - x + 1)).inverseCumulativeProbability(0.025);
    double high = FDistribution.of(2 * (x + 1), 2 * (n - x)).inverseCumulativeProbability(0.975);
    comparison.close(what, x * low / (n - x + 1 + x * low), r, "ci_low", LIMIT);
    comparison.close(what, (x + 1) * high / (n - x + (x + 1) * high), r, "ci_high", LIMIT);
  }

  private static double t(double df) {
    return TDistribution.of(df).inverseCumulativeProbability(0.975);
  }

  /** Compares every mean. */
  void means() {
    for (JsonNode m : reference.get("means")) {
      mean(m);
    }
    mean(reference.get("means_hours"));
  }

  private void mean(JsonNode m) {
    String what = m.get("domain").asString() + " " + m.get("variable").asString();
    String[] at = PLACES.get(m.get("domain").asString());
    CSVRecord r = main.estimate(at[0], at[1], MEASURES.get(m.get("variable").asString()));
    comparison.count(what + " n", m.get("n").asInt(), r.get("n"));
    number(what, m, "mean", r, "estimate", POINT);
    number(what, m, "se", r, "std_error", POINT);
    number(what, m, "lo", r, "ci_low", LIMIT);
    number(what, m, "hi", r, "ci_high", LIMIT);
  }

  /** Compares every correlation. */
  void correlations() {
    for (JsonNode c : reference.get("correlations")) {
      String x = MEASURES.get(c.get("x").asString());
      String y = MEASURES.get(c.get("y").asString());
      String[] at = PLACES.get(c.get("domain").asString());
      CSVRecord r = main.correlation(at[0], at[1], x, y);
      String what = c.get("domain").asString() + " " + x + " " + y;
      comparison.count(what + " n", c.get("n").asInt(), r.get("n"));
      comparison.count(what + " df", c.get("df").asInt(), r.get("df"));
      number(what, c, "r", r, "estimate", POINT);
      number(what, c, "se_linearised", r, "std_error", POINT);
      number(what, c, "lo_fisher", r, "ci_low", LIMIT);
      number(what, c, "hi_fisher", r, "ci_high", LIMIT);
    }
  }

  /** Compares the five bands of the PHQ-9. */
  void bands() {
    List<CSVRecord> phq9 = main.bands("phq9.total");
    int i = 0;
    for (JsonNode level : reference.get("severity")) {
      number("band " + i, level, "estimate", phq9.get(i), "estimate", POINT);
      number("band " + i, level, "se", phq9.get(i), "std_error", POINT);
      i++;
    }
    assertEquals(5, i);
  }
}
