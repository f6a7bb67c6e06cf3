package org.caretally.report;

import static org.caretally.disclosure.FixtureCells.confidential;
import static org.caretally.disclosure.FixtureCells.notApplicable;
import static org.caretally.disclosure.FixtureCells.shown;
import static org.caretally.disclosure.FixtureCells.unreliable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.caretally.codebook.Language;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.TableKind;
import org.caretally.report.page.ReportInput;
import org.caretally.report.words.Tongue;

/** A made-up survey as the gate would hand it over. Seeded; every number is synthetic. */
final class Fixture {
  static final String ESTIMATES =
      "wave,domain,level,measure,statistic,estimate,std_error,ci_low,ci_high,ci_method,df,n,n_eff,"
          + "deff,status,reason,measure_label,construct,construct_label,kind,scale,scale_label,"
          + "cutoff_label,direction,domain_label,level_label,level_order,headline,range_low,"
          + "range_high,prorated,unscorable";
  static final String CORRELATIONS =
      "wave,domain,level,x,y,method,estimate,std_error,ci_low,ci_high,df,n,p_value,p_adjusted,"
          + "status,reason,x_label,y_label,x_construct,y_construct,domain_label,level_label,overlap,given";

  private static final String BANDS =
      "wave,domain,level,scale,scale_label,band,band_label,band_order,estimate,std_error,ci_low,"
          + "ci_high,n,status,reason";

  /** A topic: name, label, cut-off, share. */
  record Topic(String id, String label, String cutoff, double share) {}

  /** A breakdown and its groups. */
  record Breakdown(String id, String label, List<String> levels) {}

  static final List<Topic> CHALLENGES =
      List.of(
          new Topic("burnout", "Burnout", "CBI personal, 50 or more", .386),
          new Topic("depression", "Depressive symptoms", "PHQ-9, 10 or more", .205),
          new Topic("anxiety", "Anxiety symptoms", "GAD-7, 10 or more", .224),
          new Topic("stress", "Perceived stress", "PSS-10, 27 or more", .148),
          new Topic("insomnia", "Insomnia symptoms", "ISI, 15 or more", .315),
          new Topic("ptsd", "Post-traumatic stress symptoms", "PC-PTSD-5, 4 or more", .091),
          new Topic("moral", "Moral distress and moral injury", "MISS-HP, 36 or more", .346),
          new Topic("secondary", "Secondary traumatic stress", "ProQOL STS, 42 or more", .192),
          new Topic("alcohol", "Hazardous alcohol use", "AUDIT-C, 5 or more", .072),
          new Topic("selfharm", "Thoughts of self-harm", "PHQ-9 item 9, any", .015),
          new Topic("bullying", "Bullying or harassment at work", "monthly or more", .086),
          new Topic("leave", "Intention to leave within a year", "likely or very likely", .196));

  static final List<Breakdown> BREAKDOWNS =
      List.of(
          new Breakdown(
              "profession",
              "Profession",
              List.of(
                  "Nurses and midwives",
                  "Physicians",
                  "Allied health professionals",
                  "Care assistants",
                  "Paramedics",
                  "Administration",
                  "Facilities, IT and other")),
          new Breakdown("gender", "Gender", List.of("Woman", "Man", "Another gender")),
          new Breakdown("age", "Age group", List.of("Under 30", "30–44", "45–59", "60 and over")),
          new Breakdown("shift", "Shift", List.of("Days only", "Rotating", "Nights only")),
          new Breakdown(
              "tenure", "Years in post", List.of("Under 2", "2 to 5", "6 to 10", "Over 10")));

  private final Random random;
  private final List<Topic> topics;
  private final List<Breakdown> breakdowns;
  private final List<String> waves;
  private final TableMaker estimates = new TableMaker("estimates", ESTIMATES);

  private Fixture(long seed, List<Topic> topics, List<Breakdown> breakdowns, List<String> waves) {
    this.random = new Random(seed);
    this.topics = topics;
    this.breakdowns = breakdowns;
    this.waves = waves;
  }

  /** Returns a report of ordinary size. */
  static ReportInput ordinary() {
    return of(CHALLENGES, BREAKDOWNS, List.of("2023", "2024", "2025"));
  }

  static ReportInput of(List<Topic> topics, List<Breakdown> breakdowns, List<String> waves) {
    Fixture f = new Fixture(20251125, topics, breakdowns, waves);
    return new ReportInput(
        info(waves, "standard"),
        f.estimates(),
        f.bands(),
        f.correlations(),
        f.models(),
        flow(),
        f.scales(),
        f.coverage(),
        f.instruments(),
        quality(),
        items(waves),
        f.statistics(),
        f.years(),
        f.background());
  }

  /** The change of every challenge to the newest wave, and its trend. */
  private ReportInput.Years years() {
    TableMaker changes = new TableMaker("changes", String.join(",", TableKind.CHANGES.columns()));
    TableMaker comparable =
        new TableMaker("comparability", "what,instrument,from,wave,comparable,reason");
    String[] results = {"higher", "no clear change", "lower"};
    for (int i = 0; waves.size() > 1 && i < topics.size(); i++) {
      for (String statistic : List.of("prevalence_change", "prevalence_linear_trend")) {
        boolean step = statistic.endsWith("change");
        double value = results[i % 3].equals("higher") ? 0.05 : -0.04;
        Map<String, Object> row = new HashMap<>();
        row.put("from", waves.get(step ? waves.size() - 2 : 0));
        row.put("wave", waves.get(waves.size() - 1));
        row.put("measure", topics.get(i).id() + "_cutoff");
        row.put("measure_label", topics.get(i).label());
        row.put("statistic", statistic);
        row.put("headline", "yes");
        row.put("result", step ? results[i % 3] : "no clear trend");
        row.put("meaning", step && i % 3 == 0 ? "worse" : "");
        row.put("unit", step ? "" : "year");
        row.put("samples", "fresh in each wave");
        row.put("status", "shown");
        row.put("estimate", shown(value, 2));
        row.put("ci_low", shown(value - 0.03, 2));
        row.put("ci_high", shown(value + 0.03, 2));
        row.put("p_adjusted", shown(0.01, 3));
        changes.row(row);
      }
    }
    Map<String, Object> broken = new HashMap<>();
    broken.put("what", "A scale of hours");
    broken.put("from", waves.get(0));
    broken.put("wave", waves.get(waves.size() - 1));
    broken.put("comparable", "no");
    broken.put("reason", "the wording changed");
    comparable.row(broken);
    return new ReportInput.Years(
        changes.table(), comparable.table(), comparators(), response(), asked(waves));
  }

  private ProtectedTable asked(List<String> waves) {
    TableMaker asked = new TableMaker("asked", "wave,kind,id,what,population,mode");
    waves.forEach(
        w -> asked.row(Map.<String, Object>of("wave", w, "kind", "survey", "mode", "web")));
    return asked.table();
  }

  /**
   * Published results beside the challenges: with an interval, without one, and of another scale.
   */
  private ProtectedTable comparators() {
    TableMaker made =
        new TableMaker(
            "comparators",
            "matched,measure,measure_label,construct_label,direction,wave,statistic,estimate,"
                + "ci_low,ci_high,n,comparator,comparator_low,comparator_high,relation,source,year,"
                + "population,instrument,scale,cutoff,reason");
    for (int i = 0; i < Math.min(3, topics.size()); i++) {
      Topic topic = topics.get(i);
      Map<String, Object> row = new HashMap<>();
      row.put("matched", i < 2 ? "yes" : "no");
      row.put("measure_label", topic.label());
      row.put("construct_label", topic.label());
      row.put("statistic", "prevalence");
      row.put("source", "A national survey of the workforce");
      row.put("year", "2024");
      row.put("relation", "higher here");
      row.put("reason", i < 2 ? "" : "another cut-off");
      row.put("estimate", i < 2 ? shown(topic.share(), 2) : notApplicable());
      row.put("ci_low", i < 2 ? shown(topic.share() - 0.03, 2) : notApplicable());
      row.put("ci_high", i < 2 ? shown(topic.share() + 0.03, 2) : notApplicable());
      row.put("n", i < 2 ? shown(1200, 0) : notApplicable());
      row.put("comparator", shown(Math.max(0, topic.share() - 0.1), 2));
      row.put(
          "comparator_low", i == 0 ? shown(Math.max(0, topic.share() - 0.12), 2) : notApplicable());
      row.put(
          "comparator_high",
          i == 0 ? shown(Math.max(0, topic.share() - 0.08), 2) : notApplicable());
      made.row(row);
    }
    return made.table();
  }

  private ProtectedTable response() {
    TableMaker made = new TableMaker("response", "wave,rate,label,value,counts");
    for (String rate : List.of("RR1", "RR2", "RR5")) {
      Map<String, Object> row = new HashMap<>();
      row.put("wave", waves.get(waves.size() - 1));
      row.put("rate", rate);
      row.put("label", "complete answers");
      row.put("counts", "of everybody invited");
      row.put("value", shown(0.64, 2));
      made.row(row);
    }
    return made.table();
  }

  /** Share and mean over all groups of every breakdown. */
  private TableMaker tests() {
    TableMaker tests =
        new TableMaker("group_tests", String.join(",", TableKind.GROUP_TESTS.columns()));
    for (Breakdown breakdown : breakdowns) {
      for (int at = 0; at < Math.min(2, topics.size()); at++) {
        Map<String, Object> row = new HashMap<>();
        row.put("wave", waves.get(waves.size() - 1));
        row.put("domain", breakdown.id());
        row.put("domain_label", breakdown.label());
        row.put("measure", topics.get(at).id());
        row.put("measure_label", topics.get(at).label());
        row.put("statistic", at == 0 ? "cramers_v" : "eta");
        row.put("headline", "yes");
        row.put("status", "shown");
        row.put("estimate", shown(0.21, 2));
        row.put("p_adjusted", shown(0.004, 3));
        tests.row(row);
      }
    }
    return tests;
  }

  /** Every group of a breakdown against the rest, in the newest wave. */
  private ReportInput.Statistics statistics() {
    TableMaker differences =
        new TableMaker("differences", String.join(",", TableKind.DIFFERENCES.columns()));
    String[] results = {"higher", "no clear difference", "lower"};
    int i = 0;
    for (Breakdown breakdown : breakdowns) {
      for (String level : breakdown.levels()) {
        String result = results[i++ % 3];
        double value = result.equals("higher") ? 0.08 : result.equals("lower") ? -0.07 : 0.01;
        Map<String, Object> row = new HashMap<>();
        row.put("wave", waves.get(waves.size() - 1));
        row.put("domain", breakdown.id());
        row.put("domain_label", breakdown.label());
        row.put("level", level);
        row.put("level_label", level);
        row.put("against", "rest");
        row.put("against_label", "the rest");
        row.put("measure", topics.get(0).id());
        row.put("measure_label", topics.get(0).label());
        row.put("statistic", "prevalence_difference");
        row.put("headline", "yes");
        row.put("result", result);
        row.put("status", "shown");
        row.put("estimate", shown(value, 2));
        row.put("ci_low", shown(value - 0.03, 2));
        row.put("ci_high", shown(value + 0.03, 2));
        row.put("p_adjusted", shown(0.01, 3));
        differences.row(row);
      }
    }
    TableMaker tests = tests();
    TableMaker spread = new TableMaker("spread", String.join(",", TableKind.SPREAD.columns()));
    for (String statistic : List.of("sd", "q25", "q50", "q75")) {
      Map<String, Object> row = new HashMap<>();
      row.put("wave", waves.get(waves.size() - 1));
      row.put("measure", topics.get(0).id());
      row.put("measure_label", topics.get(0).label());
      row.put("statistic", statistic);
      row.put("estimate", shown(12.5, 1));
      row.put("n_answered", shown(1200, 0));
      spread.row(row);
    }
    TableMaker reliability =
        new TableMaker("reliability", String.join(",", TableKind.RELIABILITY.columns()));
    for (String statistic : List.of("alpha", "omega", "item_rest_correlation")) {
      Map<String, Object> row = new HashMap<>();
      row.put("wave", waves.get(waves.size() - 1));
      row.put("scale", topics.get(0).id());
      row.put("scale_label", topics.get(0).label());
      row.put("item", statistic.startsWith("item") ? "1" : "");
      row.put("items", "9");
      row.put("statistic", statistic);
      row.put("estimate", shown(0.84, 2));
      row.put("ci_low", shown(0.81, 2));
      row.put("ci_high", shown(0.86, 2));
      row.put("n", shown(1200, 0));
      reliability.row(row);
    }
    return new ReportInput.Statistics(
        differences.table(),
        tests.table(),
        spread.table(),
        reliability.table(),
        descriptives(),
        imputation());
  }

  private ReportInput.Background background() {
    TableMaker bins =
        new TableMaker(
            "distributions",
            "wave,measure,measure_label,kind,construct,construct_label,cutoffs,range_low,range_high,"
                + "step,bin_from,bin_below,share,n,status,reason");
    String wave = waves.get(waves.size() - 1);
    int i = 0;
    for (Topic topic : topics) {
      bins(bins, wave, topic.id(), topic.label(), "challenge", i++ % 3 == 0 ? "3 4" : "10");
    }
    bins(bins, wave, "caseload", "Clients in a week", "context", "");
    bins(bins, wave, "support", "Support of peers", "protective", "");
    TableMaker scoring =
        new TableMaker(
            "scoring",
            "scale,scale_label,instrument,items,reversed,range,missing_rule,cutoffs,bands");
    for (Topic topic : topics) {
      Map<String, Object> row = new HashMap<>();
      row.put("scale", topic.id());
      row.put("scale_label", topic.label());
      row.put("instrument", "Made-up scale");
      row.put("items", "9");
      row.put("reversed", "2");
      row.put("range", "0 to 27");
      row.put("missing_rule", "at most two items may be missing");
      row.put("cutoffs", topic.cutoff());
      scoring.row(row);
    }
    return new ReportInput.Background(
        bins.table(),
        scoring.table(),
        Map.of("funding", "The region paid.", "bias", topics.get(0).label()),
        List.of(new ReportInput.Line("Weights", "column weight of the data")),
        List.of(new ReportInput.Line("Command", "caretally run study.yml")));
  }

  private static void bins(
      TableMaker table, String wave, String id, String label, String kind, String cutoffs) {
    String[] starts = {"", "2", "4", "6", "8", "10", "12", "16", ""};
    double[] shares = {.12, .18, .2, .16, .12, .1, .07, .05};
    for (int bin = 0; bin < shares.length; bin++) {
      Map<String, Object> row = new HashMap<>();
      row.put("wave", wave);
      row.put("measure", id);
      row.put("measure_label", label);
      row.put("kind", kind);
      row.put("cutoffs", cutoffs);
      row.put("range_low", "0");
      row.put("range_high", "27");
      row.put("step", "2");
      row.put("bin_from", starts[bin]);
      row.put("bin_below", starts[bin + 1]);
      row.put("share", shown(shares[bin], 3));
      row.put("n", shown(2050, 0));
      row.put("status", "shown");
      table.row(row);
    }
  }

  private ProtectedTable imputation() {
    TableMaker made =
        new TableMaker("imputation", String.join(",", TableKind.IMPUTATION.columns()));
    for (String answers : List.of("as_analysed", "imputed", "missing_information")) {
      boolean missing = answers.equals("missing_information");
      Map<String, Object> row = new HashMap<>();
      row.put("wave", waves.get(waves.size() - 1));
      row.put("measure", topics.get(0).id());
      row.put("measure_label", topics.get(0).label());
      row.put("answers", missing ? "imputed" : answers);
      row.put("statistic", missing ? answers : "prevalence");
      row.put("estimate", shown(missing ? 0.08 : 0.31, 2));
      row.put("ci_low", shown(0.28, 2));
      row.put("ci_high", shown(0.34, 2));
      row.put("data_sets", "20");
      row.put("filled_in", shown(90, 0));
      made.row(row);
    }
    return made.table();
  }

  private ProtectedTable descriptives() {
    TableMaker made =
        new TableMaker("descriptives", String.join(",", TableKind.DESCRIPTIVES.columns()));
    for (String statistic : List.of("people", "ratio")) {
      Map<String, Object> row = new HashMap<>();
      row.put("wave", waves.get(waves.size() - 1));
      row.put("measure", topics.get(0).id());
      row.put("measure_label", topics.get(0).label());
      row.put("over_label", statistic.equals("ratio") ? "Hours worked in a week" : "");
      row.put("statistic", statistic);
      row.put("estimate", shown(1900, 0));
      row.put("ci_low", shown(1700, 0));
      row.put("ci_high", shown(2100, 0));
      row.put("n", shown(1200, 0));
      made.row(row);
    }
    return made.table();
  }

  static ReportInput.Info info(List<String> waves, String profile) {
    return new ReportInput.Info(
        Tongue.of(Language.EN),
        "Staff wellbeing survey 2025",
        "Everybody employed by the four hospitals of the region",
        "Northern Health Region",
        "March to May 2025",
        "",
        OptionalLong.of(12_400),
        waves,
        profile,
        11,
        "Weighted to the payroll by profession and site; sites are strata, wards are PSUs; a"
            + " stratum with one PSU is centred at the grand mean.",
        "logit with design degrees of freedom",
        List.of(
            "Staff counselling: extension 5000, day and night.", "Occupational health: room 12."),
        List.of("Two wards were closed during fieldwork."),
        List.of("gad7: nobody gives the lowest answer to any item"),
        List.of(),
        List.of("Only the columns that the study names are read."),
        List.of("The audit passed."),
        "0.1.0",
        "9f2c0a77d1e4");
  }

  private ProtectedTable estimates() {
    for (String wave : waves) {
      int age = waves.size() - 1 - waves.indexOf(wave);
      for (Topic topic : topics) {
        double share = Math.min(.97, topic.share() * (1 + .05 * age * (topic.id().length() % 3)));
        share(wave, topic, null, -1, share, 2100 - 130 * age);
        mean(wave, topic.id(), topic.label(), "challenge", 8 + 10 * share, "worse");
        for (Breakdown breakdown : breakdowns) {
          for (int level = 0; level < breakdown.levels().size(); level++) {
            double factor = .7 + .75 * ((level * 5 + breakdown.id().length()) % 7) / 6;
            int n = 2100 / breakdown.levels().size() - level * 40;
            n = breakdown.id().equals("gender") && level == 2 ? 9 : Math.max(7, n);
            share(wave, topic, breakdown, level, Math.min(.97, share * factor), n);
          }
        }
      }
      for (String factor : List.of("Support of the manager", "Support of peers", "Job control")) {
        mean(wave, factor.replace(' ', '_'), factor, "protective", 3.4, "better");
      }
      mean(wave, "hours", "Hours worked in a week", "context", 41.2, "neutral");
    }
    return estimates.table();
  }

  private void share(
      String wave, Topic topic, Breakdown breakdown, int level, double share, int n) {
    Map<String, Object> row = common(wave, topic.id(), topic.label(), "challenge", "worse");
    row.put("measure", topic.id() + "_cutoff");
    row.put("measure_label", topic.label() + ", " + topic.cutoff());
    row.put("cutoff_label", topic.cutoff());
    row.put("statistic", "prevalence");
    row.put("headline", "yes");
    row.put("ci_method", "logit");
    if (breakdown != null) {
      row.put("domain", breakdown.id());
      row.put("domain_label", breakdown.label());
      row.put("level", "L" + level);
      row.put("level_label", breakdown.levels().get(level));
      row.put("level_order", Integer.toString(level + 1));
    }
    boolean few = n < 11 || (breakdown != null && share * n < 11 && share > 0);
    boolean vague = !few && breakdown != null && n < 160 && random.nextInt(3) == 0;
    double error = Math.sqrt(Math.max(.0004, share * (1 - share)) / n * 1.4);
    numbers(row, few, vague, share, error, n);
    put(row, "ci_low", few, vague, Math.max(0, share - 1.96 * error), 3);
    put(row, "ci_high", few, vague, Math.min(1, share + 1.96 * error), 3);
    estimates.row(row);
  }

  private void mean(
      String wave, String id, String label, String kind, double mean, String direction) {
    Map<String, Object> row = common(wave, id, label, kind, direction);
    row.put("measure", id + "_score");
    row.put("measure_label", label + ", mean score");
    row.put("statistic", "mean");
    row.put("headline", kind.equals("challenge") ? "" : "yes");
    row.put("ci_method", "t");
    row.put("range_low", "0");
    row.put("range_high", kind.equals("context") ? "168" : kind.equals("challenge") ? "27" : "5");
    numbers(row, false, false, mean, .21, 2050);
    put(row, "ci_low", false, false, mean - .4, 2);
    put(row, "ci_high", false, false, mean + .4, 2);
    estimates.row(row);
  }

  private static Map<String, Object> common(
      String wave, String id, String label, String kind, String direction) {
    Map<String, Object> row = new HashMap<>();
    row.put("wave", wave);
    row.put("construct", id);
    row.put("construct_label", label);
    row.put("kind", kind);
    row.put("scale", id);
    row.put("scale_label", label);
    row.put("direction", direction);
    return row;
  }

  private static void numbers(
      Map<String, Object> row, boolean few, boolean vague, double value, double error, int n) {
    put(row, "estimate", few, vague, value, 3);
    put(row, "std_error", few, vague, error, 3);
    put(row, "df", few, false, 118, 0);
    put(row, "n", few, false, Math.rint(n / 5.0) * 5, 0);
    put(row, "n_eff", few, false, Math.rint(n / 7.0) * 5, 0);
    put(row, "deff", few, false, 1.4, 1);
    row.put("status", few ? "confidential" : vague ? "unreliable" : "shown");
    row.put("reason", few ? "fewer than 11 people" : vague ? "interval too wide" : "");
  }

  private static void put(
      Map<String, Object> row, String column, boolean few, boolean vague, double v, int decimals) {
    Cell cell = few ? confidential() : vague ? unreliable() : shown(v, decimals);
    row.put(column, cell);
  }

  private ProtectedTable bands() {
    TableMaker table = new TableMaker("bands", BANDS);
    List<String> four = List.of("minimal", "mild", "moderate", "severe");
    List<String> five = List.of("minimal", "mild", "moderate", "moderately severe", "severe");
    List<String> isi = List.of("none", "below threshold", "moderate", "severe");
    for (String wave : waves) {
      bands(table, wave, "Depressive symptoms (PHQ-9)", five, .48, .31, .13, .05, .03);
      bands(table, wave, "Anxiety symptoms (GAD-7)", four, .51, .27, .14, .08);
      bands(table, wave, "Insomnia symptoms (ISI)", isi, .41, .28, .24, .07);
      bands(
          table,
          wave,
          "Perceived stress (PSS-10)",
          List.of("low", "moderate", "high"),
          .22,
          .63,
          .15);
      bands(table, wave, "Alcohol use (AUDIT-C)", List.of("lower", "higher"), .93, .07);
    }
    return table.table();
  }

  private static void bands(
      TableMaker table, String wave, String scale, List<String> names, double... shares) {
    for (int i = 0; i < shares.length; i++) {
      Map<String, Object> row = new HashMap<>();
      row.put("wave", wave);
      row.put("scale", scale);
      row.put("scale_label", scale);
      row.put("band", "b" + i);
      row.put("band_label", names.get(i));
      row.put("band_order", Integer.toString(i + 1));
      row.put("estimate", shown(shares[i], 3));
      row.put("std_error", shown(.011, 3));
      row.put("ci_low", shown(Math.max(0, shares[i] - .02), 3));
      row.put("ci_high", shown(shares[i] + .02, 3));
      row.put("n", shown(2080, 0));
      row.put("status", "shown");
      table.row(row);
    }
  }

  private ProtectedTable correlations() {
    TableMaker table = new TableMaker("correlations", CORRELATIONS);
    for (String wave : waves) {
      for (int y = 1; y < topics.size(); y++) {
        for (int x = 0; x < y; x++) {
          pair(table, wave, topics.get(x), topics.get(y), (x * 7 + y * 5) % 13);
        }
      }
    }
    return table.table();
  }

  private static void pair(TableMaker table, String wave, Topic x, Topic y, int spread) {
    boolean few = y.id().equals("selfharm") && spread % 4 == 0;
    double r = y.id().equals("alcohol") ? -.02 * spread : .62 - .045 * spread;
    Map<String, Object> row = new HashMap<>();
    row.put("wave", wave);
    row.put("x", x.id());
    row.put("y", y.id());
    row.put("x_label", x.label());
    row.put("y_label", y.label());
    row.put("method", "Pearson");
    put(row, "estimate", few, false, r, 2);
    put(row, "std_error", few, false, .03, 2);
    put(row, "ci_low", few, false, r - .05, 2);
    put(row, "ci_high", few, false, r + .05, 2);
    put(row, "df", few, false, 118, 0);
    put(row, "n", few, false, 2040, 0);
    put(row, "p_value", few, false, .004, 3);
    put(row, "p_adjusted", few, false, .011, 3);
    row.put("status", few ? "confidential" : "shown");
    row.put("reason", few ? "fewer than 11 people" : "");
    boolean shared = x.id().equals("depression") && y.id().equals("selfharm");
    boolean sleep = x.id().equals("depression") && y.id().equals("insomnia");
    row.put("overlap", shared ? "one item of both" : sleep ? "sleep items" : "");
    table.row(row);
  }

  private ReportInput.Models models() {
    return new ReportInput.Models(lines(), checks(), curves());
  }

  /** Tests of the curves, as many as there are topics. */
  private ProtectedTable checks() {
    TableMaker table =
        new TableMaker("model_checks", String.join(",", TableKind.MODEL_CHECKS.columns()));
    for (Topic topic : topics) {
      for (String statistic : List.of("likelihood_ratio", "nonlinearity")) {
        Map<String, Object> row = new HashMap<>();
        row.put("wave", waves.get(waves.size() - 1));
        row.put("model", "caseload/" + topic.id());
        row.put("model_label", topic.label());
        row.put("with", "caseload");
        row.put("with_label", "Caseload");
        row.put("part", "curve");
        row.put("statistic", statistic);
        row.put("status", "shown");
        row.put("estimate", shown(7.25, 2));
        row.put("p_value", shown(.004, 3));
        row.put("p_adjusted", shown(statistic.equals("nonlinearity") ? .2 : .01, 3));
        table.row(row);
      }
    }
    return table.table();
  }

  /** A curve for each topic that rises and stops early. */
  private ProtectedTable curves() {
    TableMaker table = new TableMaker("curves", String.join(",", TableKind.CURVES.columns()));
    for (Topic topic : topics) {
      for (int at = 0; at <= 50; at += 5) {
        boolean few = at > 40;
        Map<String, Object> row = new HashMap<>();
        row.put("wave", waves.get(waves.size() - 1));
        row.put("of", "caseload");
        row.put("of_label", "Caseload");
        row.put("at", Integer.toString(at));
        row.put("measure", topic.id());
        row.put("construct", topic.id());
        row.put("construct_label", topic.label());
        row.put("statistic", "prevalence");
        row.put("cuts", "0 10 20");
        row.put("bands", "caseload_band");
        put(row, "estimate", few, false, .2 + at / 200.0, 3);
        put(row, "ci_low", few, false, .17 + at / 200.0, 3);
        put(row, "ci_high", few, false, .23 + at / 200.0, 3);
        put(row, "n", few, false, 2040, 0);
        row.put("status", few ? "confidential" : "shown");
        table.row(row);
      }
    }
    return table.table();
  }

  private ProtectedTable lines() {
    TableMaker table =
        new TableMaker(
            "models",
            "wave,model,outcome,with,group,reference,step,statistic,estimate,std_error,ci_low,"
                + "ci_high,ci_method,df,n,p_value,p_adjusted,status,reason,model_label,"
                + "outcome_label,with_label,direction");
    for (String wave : waves) {
      table.row(model(wave, "hours", "Weekly hours", "", 10, 4.1, false));
      table.row(model(wave, "profession", "Profession", "Physicians", 0, -2.2, false));
      table.row(model(wave, "profession", "Profession", "Paramedics", 0, 3, true));
      table.row(model(wave, "support", "Poor support at work", "", 0, .4, false));
    }
    return table.table();
  }

  private static Map<String, Object> model(
      String wave, String with, String label, String group, int step, double b, boolean few) {
    Map<String, Object> row = new HashMap<>();
    row.put("wave", wave);
    row.put("model", "burnout");
    row.put("model_label", "What goes with burnout");
    row.put("outcome", "cbi.work");
    row.put("outcome_label", "Burnout from work");
    row.put("direction", "worse");
    row.put("with", with);
    row.put("with_label", label);
    row.put("group", group);
    row.put("reference", group.isEmpty() ? "" : "Nurses and midwives");
    row.put("step", step == 0 ? "" : Integer.toString(step));
    row.put("statistic", "difference");
    put(row, "estimate", few, false, b, 2);
    put(row, "std_error", few, false, .5, 2);
    put(row, "ci_low", few, false, b - 1, 2);
    put(row, "ci_high", few, false, b + 1, 2);
    put(row, "df", few, false, 112, 0);
    put(row, "n", few, false, 1985, 0);
    put(row, "p_value", few, false, b > 1 ? .001 : .2, 3);
    put(row, "p_adjusted", few, false, b > 1 ? .003 : .4, 3);
    row.put("ci_method", "t");
    row.put("status", few ? "confidential" : "shown");
    row.put("reason", few ? "too few people with or without" : "");
    return row;
  }

  private static ProtectedTable quality() {
    TableMaker table = new TableMaker("quality", "check,label,rule,found,count,done");
    table.row(
        Map.of(
            "check", "no_consent",
            "label", "No consent",
            "rule", "\"consent\" is not Yes",
            "found", "rows",
            "count", shown(25, 0),
            "done", "set aside"));
    table.row(Map.of("check", "merge", "label", "Profession", "rule", "Chaplain, Librarian"));
    return table.table();
  }

  private static ProtectedTable flow() {
    TableMaker table = new TableMaker("flow", "step,label,kind,rows");
    table.row(Map.of("step", "read", "label", "rows read", "kind", "read", "rows", shown(2245, 0)));
    table.row(
        Map.of(
            "step", "consent", "label", "no consent", "kind", "set_aside", "rows", shown(85, 0)));
    table.row(
        Map.of(
            "step",
            "twice",
            "label",
            "answered twice",
            "kind",
            "set_aside",
            "rows",
            confidential()));
    table.row(
        Map.of(
            "step",
            "few",
            "label",
            "too little answered",
            "kind",
            "set_aside",
            "rows",
            shown(50, 0)));
    table.row(
        Map.of(
            "step",
            "kept",
            "label",
            "people analysed",
            "kind",
            "analysed",
            "rows",
            shown(2105, 0)));
    return table.table();
  }

  private ProtectedTable scales() {
    TableMaker table = new TableMaker("scales", "measure,label,complete,prorated,unscorable,blank");
    for (Topic topic : topics) {
      table.row(
          Map.of(
              "measure", topic.id(),
              "label", topic.label(),
              "complete", shown(1985, 0),
              "prorated", shown(60, 0),
              "unscorable", topic.id().equals("ptsd") ? confidential() : shown(25, 0),
              "blank", shown(35, 0)));
    }
    return table.table();
  }

  /** Three items of as many codes; the third joins three codes across the middle. */
  private static void protective(TableMaker answers, String wave, String name, int codes) {
    for (int item = 1; item <= 3; item++) {
      for (int code = 1; code <= codes; code++) {
        boolean joined = item == 3 && code == codes / 2;
        Map<String, Object> row = new HashMap<>();
        row.put("wave", wave);
        row.put("instrument", name);
        row.put("item", item == 2 ? "a_long_name_of_an_item" : Integer.toString(item));
        row.put("column", "s" + item);
        row.put("answer_from", Integer.toString(code));
        row.put("answer_to", Integer.toString(joined ? code + 2 : code));
        row.put("share", shown((joined ? 3 : 1) / (double) codes, 3));
        row.put("n", shown(2050, 0));
        row.put("kind", "protective");
        answers.row(row);
        code += joined ? 2 : 0;
      }
    }
  }

  private static ReportInput.Items items(List<String> waves) {
    TableMaker ends =
        new TableMaker(
            "ends",
            "wave,scale,scale_label,end,score,estimate,std_error,ci_low,ci_high,n,status,reason");
    TableMaker answers =
        new TableMaker(
            "items",
            "wave,instrument,item,column,answer_from,answer_to,share,n,blank,not_asked,missing,kind");
    TableMaker safety =
        new TableMaker("safety", "wave,measure,label,estimate,ci_low,ci_high,n,status,reason");
    for (String wave : waves) {
      for (int item = 1; item <= 7; item++) {
        for (int code = 0; code < 3; code++) {
          Map<String, Object> row = new HashMap<>();
          row.put("wave", wave);
          row.put("instrument", "GAD-7");
          row.put("item", Integer.toString(item));
          row.put("column", "q" + item);
          row.put("answer_from", Integer.toString(code));
          row.put("answer_to", Integer.toString(code == 2 ? 3 : code));
          row.put("share", shown(code == 0 ? .5 : .25, 3));
          row.put("n", shown(2050, 0));
          row.put("blank", confidential());
          row.put("not_asked", shown(0, 0));
          row.put("missing", confidential());
          answers.row(row);
        }
      }
      protective(answers, wave, "Made-up support scale, with a name of sixty letters in all", 7);
      protective(answers, wave, "MUS-5", 5);
      Map<String, Object> floor = new HashMap<>();
      floor.put("wave", wave);
      floor.put("scale", "gad7.total");
      floor.put("scale_label", "GAD-7 total");
      floor.put("end", "floor");
      floor.put("score", "0");
      floor.put("estimate", shown(.12, 3));
      floor.put("ci_low", shown(.1, 3));
      floor.put("ci_high", shown(.14, 3));
      floor.put("n", shown(2050, 0));
      floor.put("status", "shown");
      ends.row(floor);
    }
    Map<String, Object> line = new HashMap<>();
    line.put("wave", waves.get(waves.size() - 1));
    line.put("label", "PHQ-9 question on self-harm, any answer above the lowest");
    line.put("estimate", shown(.031, 3));
    line.put("ci_low", shown(.02, 3));
    line.put("ci_high", shown(.04, 3));
    line.put("n", shown(2050, 0));
    line.put("status", "shown");
    safety.row(line);
    return new ReportInput.Items(ends.table(), answers.table(), safety.table());
  }

  private ProtectedTable coverage() {
    TableMaker table =
        new TableMaker("coverage", "construct,label,kind,measured_by,measure,n,topic,bands,source");
    for (Topic topic : topics) {
      table.row(
          Map.of(
              "construct", topic.id(),
              "topic", topic.id(),
              "bands", "Low, High",
              "source", "A journal, 2001",
              "label", topic.label(),
              "kind", "challenge",
              "measured_by", topic.cutoff(),
              "measure", topic.id() + "_cutoff",
              "n", shown(2050, 0)));
    }
    List<String> factors =
        new ArrayList<>(
            List.of("Support of the manager", "Support of peers", "Job control", "Supervision"));
    factors.addAll(List.of("Staffing", "Rest between shifts", "Recognition", "Resilience"));
    for (String factor : factors) {
      boolean measured = factors.indexOf(factor) < 3;
      table.row(
          Map.of(
              "construct",
              factor,
              "label",
              factor,
              "kind",
              "protective",
              "measured_by",
              measured ? "COPSOQ III" : "",
              "n",
              measured ? shown(2035, 0) : notApplicable()));
    }
    return table.table();
  }

  private ProtectedTable instruments() {
    TableMaker table =
        new TableMaker(
            "instruments",
            "id,title,version,items,recall,scoring,missing_rule,cutoffs,licence,citation,changes");
    for (String id : List.of("PHQ-9", "GAD-7", "ISI", "PSS-10", "AUDIT-C")) {
      table.row(
          Map.of(
              "id", id.toLowerCase(java.util.Locale.ROOT),
              "title", id,
              "version", "1",
              "items", "9",
              "recall", "the last two weeks",
              "scoring", "sum of items, 0 to 27",
              "missing_rule", "at most two items missing: mean of the others times nine",
              "cutoffs", "10 or more: moderate or worse",
              "licence", "free to use",
              "citation",
                  "Made-up A, Made-up B. A questionnaire. Journal of Examples 2001;1:1–9."));
    }
    return table.table();
  }
}
