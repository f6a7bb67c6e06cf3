package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * NHANES 2017-2018 from its seven files to the published tables, against the answers of R survey:
 * every prevalence, mean and correlation with standard error and interval, read from the CSV files
 * that a user gets.
 */
class NhanesTest {
  private static final double POINT = 1e-9;
  private static final double LIMIT = 1e-7;
  private static final Map<String, String> PLACES = new HashMap<>();

  static {
    PLACES.put("18+", "/");
    PLACES.put("20+", "adults_20/20 and over");
    PLACES.put("18+ with PHQ-9", "/");
    PLACES.put("18+ drinkers", "/");
    PLACES.put("18+ male", "sex/male");
    PLACES.put("18+ female", "sex/female");
    PLACES.put("18-39", "age_group/18 to 39");
    PLACES.put("40-59", "age_group/40 to 59");
    PLACES.put("60+", "age_group/60 and over");
    PLACES.put("18+ working last week", "worked/worked");
    PLACES.put("18+ employed (OCD150 1,2)", "employment/employed");
    PLACES.put("18+ not employed", "employment/not_employed");
    for (String sex : List.of("male", "female")) {
      PLACES.put(sex + " 18-39", "sex_by_age/" + sex + " / 18 to 39");
      PLACES.put(sex + " 40-59", "sex_by_age/" + sex + " / 40 to 59");
      PLACES.put(sex + " 60+", "sex_by_age/" + sex + " / 60 and over");
    }
    List<String> race = List.of("mexican_american", "other_hispanic", "white", "black", "other");
    for (int i = 0; i < race.size(); i++) {
      PLACES.put("18+ RIDRETH1=" + (i + 1), "race/" + race.get(i));
    }
  }

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

  @TempDir static Path folder;

  private static JsonNode reference;
  private static Map<String, CSVRecord> main;
  private static Map<String, CSVRecord> screening;
  private static List<CSVRecord> correlations;
  private static List<CSVRecord> bands;

  @BeforeAll
  static void run() throws IOException {
    Path data = Runs.shared("nhanes-2017-2018");
    assumeTrue(Files.isDirectory(data), "NHANES 2017-2018 is not on this machine");
    reference = JsonMapper.shared().readTree(Files.readString(data.resolve("reference.json")));
    Path study = folder.resolve("study");
    Runs.copy(data, study);
    Runs.copy(Runs.ROOT.resolve("data/studies/nhanes-2017-2018"), study.resolve("files"));
    for (String name : List.of("study.yml", "study-screening.yml")) {
      Files.copy(study.resolve("files").resolve(name), study.resolve(name));
      Runs.Result result =
          Runs.command("run", study.resolve(name).toString(), "--out", folder.toString());
      assertEquals(0, result.exit(), result.err());
    }
    Path tables = folder.resolve("nhanes-2017-2018/tables");
    main = estimates(tables);
    correlations = Runs.table(tables.resolve("correlations.csv"));
    bands = Runs.table(tables.resolve("bands.csv"));
    screening = estimates(folder.resolve("nhanes-2017-2018-screening/tables"));
  }

  private static Map<String, CSVRecord> estimates(Path tables) throws IOException {
    Map<String, CSVRecord> rows = new HashMap<>();
    for (CSVRecord r : Runs.table(tables.resolve("estimates.csv"))) {
      rows.put(r.get("domain") + "/" + r.get("level") + "|" + r.get("measure"), r);
    }
    return rows;
  }

  private static void close(String what, double expected, String text, double tolerance) {
    double value = Double.parseDouble(text);
    assertEquals(expected, value, Math.abs(expected) * tolerance, what);
  }

  private static CSVRecord row(Map<String, CSVRecord> rows, String domain, String variable) {
    String key = PLACES.get(domain) + "|" + MEASURES.get(variable);
    assertTrue(rows.containsKey(key), "no row " + key);
    return rows.get(key);
  }

  @Test
  void prevalences() {
    int compared = 0;
    for (JsonNode p : reference.get("prevalence")) {
      String domain = p.get("domain").asString();
      String outcome = p.get("outcome").asString();
      CSVRecord r =
          outcome.equals("dep10") ? row(main, domain, outcome) : row(screening, "18+", outcome);
      compared++;
      String what = domain + " " + outcome;
      assertEquals(p.get("n").asInt(), Integer.parseInt(r.get("n")), what);
      assertEquals(p.get("df").asInt(), Integer.parseInt(r.get("df")), what);
      close(what, p.get("estimate").asDouble(), r.get("estimate"), POINT);
      close(what, p.get("se").asDouble(), r.get("std_error"), POINT);
      close(what, p.get("deff").asDouble(), r.get("deff"), POINT);
      close(what, p.get("n_eff").asDouble(), r.get("n_eff"), POINT);
      limits(what, p, r);
      assertEquals(
          p.get("nchs_unreliable").asBoolean(), r.get("status").equals("unreliable"), what);
    }
    assertEquals(23, compared);
  }

  /**
   * R's beta method lets the effective sample grow beyond n; the NCHS form does not. Where that
   * makes a difference the limits are those of Clopper and Pearson for n, here by their relation to
   * the F distribution.
   */
  private static void limits(String what, JsonNode p, CSVRecord r) {
    double n = p.get("n").asDouble();
    double df = p.get("df").asDouble();
    double ratio = t(n - 1) / t(df);
    if (p.get("n_eff").asDouble() * ratio * ratio <= n) {
      close(what, p.get("kg_lo").asDouble(), r.get("ci_low"), LIMIT);
      close(what, p.get("kg_hi").asDouble(), r.get("ci_high"), LIMIT);
      return;
    }
    double x = p.get("estimate").asDouble() * n;
    double low = FDistribution.of(2 * x, 2 * (n - x + 1)).inverseCumulativeProbability(0.025);
    double high = FDistribution.of(2 * (x + 1), 2 * (n - x)).inverseCumulativeProbability(0.975);
    close(what, x * low / (n - x + 1 + x * low), r.get("ci_low"), LIMIT);
    close(what, (x + 1) * high / (n - x + (x + 1) * high), r.get("ci_high"), LIMIT);
  }

  private static double t(double df) {
    return TDistribution.of(df).inverseCumulativeProbability(0.975);
  }

  @Test
  void means() {
    for (JsonNode m : reference.get("means")) {
      mean(m);
    }
    mean(reference.get("means_hours"));
  }

  private static void mean(JsonNode m) {
    String what = m.get("domain").asString() + " " + m.get("variable").asString();
    CSVRecord r = row(main, m.get("domain").asString(), m.get("variable").asString());
    assertEquals(m.get("n").asInt(), Integer.parseInt(r.get("n")), what);
    close(what, m.get("mean").asDouble(), r.get("estimate"), POINT);
    close(what, m.get("se").asDouble(), r.get("std_error"), POINT);
    close(what, m.get("lo").asDouble(), r.get("ci_low"), LIMIT);
    close(what, m.get("hi").asDouble(), r.get("ci_high"), LIMIT);
  }

  @Test
  void correlationsOfBothDomains() {
    for (JsonNode c : reference.get("correlations")) {
      String x = MEASURES.get(c.get("x").asString());
      String y = MEASURES.get(c.get("y").asString());
      String place = PLACES.get(c.get("domain").asString());
      CSVRecord r =
          correlations.stream()
              .filter(k -> (k.get("domain") + "/" + k.get("level")).equals(place))
              .filter(
                  k ->
                      (k.get("x").equals(x) && k.get("y").equals(y))
                          || (k.get("x").equals(y) && k.get("y").equals(x)))
              .findFirst()
              .orElseThrow();
      String what = place + " " + x + " " + y;
      assertEquals(c.get("n").asInt(), Integer.parseInt(r.get("n")), what);
      assertEquals(c.get("df").asInt(), Integer.parseInt(r.get("df")), what);
      close(what, c.get("r").asDouble(), r.get("estimate"), POINT);
      close(what, c.get("se_linearised").asDouble(), r.get("std_error"), POINT);
      close(what, c.get("lo_fisher").asDouble(), r.get("ci_low"), LIMIT);
      close(what, c.get("hi_fisher").asDouble(), r.get("ci_high"), LIMIT);
    }
  }

  @Test
  void severityBands() {
    List<CSVRecord> phq9 = bands.stream().filter(b -> b.get("scale").equals("phq9.total")).toList();
    int i = 0;
    for (JsonNode level : reference.get("severity")) {
      close("band " + i, level.get("estimate").asDouble(), phq9.get(i).get("estimate"), POINT);
      close("band " + i, level.get("se").asDouble(), phq9.get(i).get("std_error"), POINT);
      i++;
    }
    assertEquals(5, i);
  }
}
