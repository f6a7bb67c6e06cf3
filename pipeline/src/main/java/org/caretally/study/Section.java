package org.caretally.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A part of the study file that has fixed keys.
 *
 * @param examples every key with a line that can be pasted, in the order of the reference page
 */
record Section(Map<String, String> examples) {
  static final Section STUDY =
      of(
          "version: 1",
          "id: wellbeing-2026",
          "title: Wellbeing of mental health professionals 2026",
          "population: Therapists, counsellors, psychologists, social workers and nurses",
          "organisation: Association of Care Workers",
          "fieldwork: March to May 2026",
          "invited: 2400",
          "support: [\"Staff support line, weekdays 9 to 17\"]",
          "notes: [\"Answers were collected online.\"]",
          "language: en",
          "reporting: {funding: \"Paid for by the association, which had no say in the report\"}",
          "licence: CC-BY-4.0",
          "wave: \"2026\"",
          "waves: {\"2025\": {files: [survey_2025.csv]}, \"2026\": {files: [survey_2026.csv]}}",
          "not_asked: [gad7]",
          "not_comparable: {\"2026\": {gad7: \"two questions were reworded\"}}",
          "mode: web",
          "comparators: [benchmarks.csv]",
          "dispositions: {complete: 640, partial: 30, refusal: 50, non_contact: 210, other: 10,"
              + " unknown: 60}",
          "files: [survey.csv]",
          "file: survey.csv",
          "key: respondent_id",
          "missing: [NA, \"-99\"]",
          "drop: [email, last_name]",
          "not_identifying: [team_name]",
          "sex: sex",
          "values: labels",
          "columns: {age: {number: {min: 18, max: 99}}}",
          "instruments: {gad7: \"GAD7_{1..7}\"}",
          "domains: {profession: profession}",
          "clean: {consent: {column: consent, accept: [Yes]}, minimum_answered: 50%}",
          "design: {weight: weight, strata: stratum, psu: agency}",
          "weighting: {margins: [{variable: profession, counts: {Nurse: 12000, Psychologist:"
              + " 3000}}]}",
          "analysis: {label: Adults, where: [{variable: age, min: 18}]}",
          "correlations: default",
          "models: {burnout: {outcome: cbi.work, with: [age, profession]}}",
          "dose_response: default",
          "comparisons: default",
          "descriptives: {totals: true, ratios: [[caseload, weekly_hours]]}",
          "imputation: {m: 20, seed: 1, with: [age, profession]}",
          "prevalence_interval: korn_graubard",
          "disclosure: {profile: standard, k: 11}");
  static final Section FILE =
      of(
          "path: survey.csv",
          "platform: qualtrics",
          "encoding: windows-1252",
          "delimiter: \";\"",
          "decimal: \",\"");
  static final Section WAVE = of("column: year");
  static final Section DISPOSITIONS =
      of(
          "complete: 640",
          "partial: 30",
          "refusal: 50",
          "non_contact: 210",
          "other: 10",
          "unknown: 60",
          "not_eligible: 40",
          "e: 0.9");
  static final Section ONE_WAVE =
      of(
          "files: [survey_2025.csv]",
          "file: survey_2025.csv",
          "key: respondent_id",
          "missing: [NA, \"-99\"]",
          "values: labels",
          "columns: {age: {column: Q3}}",
          "instruments: {gad7: \"GAD7_{1..7}\"}",
          "clean: {consent: {column: consent, accept: [Yes]}}",
          "design: {weight: weight}",
          "population: Nurses and social workers",
          "mode: web",
          "not_asked: [gad7]",
          "drop: [email, last_name]",
          "not_identifying: [team_name]");
  static final Section COLUMN =
      of(
          "column: Q3",
          "number: {min: 0, max: 80}",
          "levels: {1: male, 2: female}",
          "label: Age in years",
          "labels: {male: Men, female: Women}",
          "missing: [777, 999]",
          "date: {pattern: yyyy-MM-dd, until: 2026-05-01}",
          "recode: {map: {registered nurse: Nurse}, unmapped: missing}",
          "merge: {Others: [Chaplain, Librarian]}",
          "choices: {peers: \"Peer group\", supervision: \"Supervision, external\"}",
          "separator: \",\"",
          "other: ignore",
          "blank: missing");
  static final Section NUMBER =
      of("min: 0", "max: 80", "decimals: 0", "higher: neutral", "outside: missing", "factor: 0.5");
  static final Section DATE = of("pattern: yyyy-MM-dd", "until: 2026-05-01");
  static final Section RECODE =
      of(
          "map: {registered nurse: Nurse}",
          "file: professions.csv",
          "fold: [case, spaces]",
          "unmapped: missing",
          "other: Others");
  static final Section CLEAN =
      of(
          "other_rows: {column: redcap_event_name, accept: [baseline_arm_1]}",
          "preview: {column: Status, refuse: [Survey Preview, Survey Test]}",
          "unfinished: {column: Finished, accept: [\"True\"]}",
          "consent: {column: consent, accept: [Yes]}",
          "attention: {column: check_1, accept: [\"3\"]}",
          "duplicates: {columns: [\"PHQ9_{1..9}\", age]}",
          "speeders: {column: duration, below: 120}",
          "eligible: {where: [{variable: employed, levels: [yes]}]}",
          "minimum_answered: 50%",
          "straight_lining: [pss10]");
  static final Section TEXTS =
      of("column: consent", "accept: [Yes]", "refuse: [No]", "answered: true");
  static final Section DUPLICATES = of("columns: [\"PHQ9_{1..9}\", age]");
  static final Section SPEEDERS =
      of(
          "column: duration",
          "start: StartDate",
          "end: EndDate",
          "pattern: \"yyyy-MM-dd HH:mm:ss\"",
          "below: 120",
          "below_median: 33%");
  static final Section ELIGIBLE = of("where: [{variable: employed, levels: [yes]}]");
  static final Section INSTRUMENT =
      of(
          "columns: \"GAD7_{1..7}\"",
          "values: auto",
          "codes_from: 1",
          "variant: five_items",
          "max_missing: 0",
          "rounding: false",
          "cutoffs: {\"total:screen_positive\": 10}",
          "extra_labels: {\"2\": {\"3-4 drinks\": 1}}",
          "missing: [\"7\", \"9\"]",
          "scales: [total]",
          "allow_unverified: true",
          "licence_confirmed: true");
  static final Section DOMAIN =
      of(
          "of: profession",
          "label: Profession",
          "cuts: [18, 40, 60]",
          "labels: [\"18 to 39\", \"40 to 59\", \"60 and over\"]",
          "where: [{variable: age, min: 18}]");
  static final Section CONDITION =
      of("variable: age", "min: 18", "max: 64", "levels: [female]", "answered: true");
  static final Section DESIGN =
      of(
          "weight: weight",
          "zero_weights: set_aside",
          "strata: stratum",
          "psu: agency",
          "fpc: agencies_in_stratum",
          "lonely_psu: fail",
          "variance: jackknife",
          "replicates: {columns: \"BRR_{1..80}\", type: brr, df: 72}",
          "waves_share: nothing");
  static final Section REPLICATES =
      of(
          "columns: \"BRR_{1..80}\"",
          "type: brr",
          "rho: 0.5",
          "scale: 0.0125",
          "rscales: [0.5, 0.5, 0.75]",
          "mse: true",
          "df: 72");
  static final Section WEIGHTING =
      of(
          "margins: [{variable: profession, counts: {Nurse: 12000, Psychologist: 3000}}]",
          "cells: {variables: [profession, region], file: workforce.csv}",
          "waves: {\"2025\": {margins: [{variable: profession, counts: {Nurse: 11000, Psychologist:"
              + " 2900}}]}}",
          "unanswered: stop",
          "trim: {lower: 0.3, upper: 3}");
  static final Section WEIGHTING_WAVE =
      of(
          "margins: [{variable: profession, counts: {Nurse: 11000, Psychologist: 2900}}]",
          "cells: {variables: [profession, region], file: workforce_2025.csv}");
  static final Section WEIGHTING_MARGIN =
      of(
          "variable: profession",
          "counts: {Nurse: 12000, Psychologist: 3000}",
          "file: workforce.csv");
  static final Section WEIGHTING_CELLS =
      of("variables: [profession, region]", "file: workforce.csv");
  static final Section TRIM = of("lower: 0.3", "upper: 3");
  static final Section ANALYSIS = of("label: Adults", "where: [{variable: age, min: 18}]");
  static final Section CORRELATIONS =
      of(
          "measures: [phq9.total, gad7.total]",
          "method: pearson",
          "pairs: [[age, phq9.total]]",
          "partial: [[age, phq9.total]]",
          "given: [weekly_hours]",
          "polychoric: [[education, satisfaction]]",
          "missing: pairwise",
          "within: [profession]");
  static final Section MODEL =
      of(
          "outcome: cbi.work",
          "with: [age, profession]",
          "kind: linear",
          "label: Burnout by age and profession",
          "reference: {profession: Nurse}",
          "splines: {age: [25, 35, 45, 55]}",
          "interactions: [[age, profession]]");
  static final Section DOSE = of("of: caseload", "knots: [10, 20, 30, 40]", "with: [age]");
  static final Section COMPARISONS =
      of("planned: [[profession, Nurse, Psychologist]]", "changes: [burnout, phq9.total]");
  static final Section DESCRIPTIVES = of("totals: true", "ratios: [[caseload, weekly_hours]]");
  static final Section IMPUTATION = of("m: 20", "seed: 1", "with: [age, profession]");
  static final Section DISCLOSURE =
      of(
          "profile: standard",
          "k: 11",
          "small_groups: merge",
          "waiver: \"Approved by the data protection officer on 2026-05-04\"");

  static Section of(String... lines) {
    Map<String, String> examples = new LinkedHashMap<>();
    for (String line : lines) {
      examples.put(line.substring(0, line.indexOf(':')), line);
    }
    return new Section(Collections.unmodifiableMap(examples));
  }

  /** Returns the line to paste for a key of this part. */
  String example(String key) {
    return examples.get(key);
  }
}
