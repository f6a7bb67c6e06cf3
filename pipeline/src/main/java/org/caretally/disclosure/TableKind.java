package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of estimates, with their columns. The first columns are a contract: new ones are added
 * at the right.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
public enum TableKind {
  /** Means and prevalences. */
  ESTIMATES(
      "estimates",
      List.of(
          "wave",
          "domain",
          "level",
          "measure",
          "statistic",
          "estimate",
          "std_error",
          "ci_low",
          "ci_high",
          "ci_method",
          "df",
          "n",
          "n_eff",
          "deff",
          "status",
          "reason"),
      List.of(
          "measure_label",
          "construct",
          "construct_label",
          "kind",
          "scale",
          "scale_label",
          "cutoff_label",
          "direction",
          "domain_label",
          "level_label",
          "level_order",
          "headline",
          "range_low",
          "range_high",
          "prorated",
          "unscorable")),

  /** Shares of severity bands. */
  BANDS(
      "bands",
      List.of(
          "wave",
          "domain",
          "level",
          "scale",
          "scale_label",
          "band",
          "band_label",
          "band_order",
          "estimate",
          "std_error",
          "ci_low",
          "ci_high",
          "n",
          "status",
          "reason"),
      List.of()),

  /** Shares of people with the lowest and with the highest possible score. */
  ENDS(
      "ends",
      columns("wave scale scale_label end score estimate std_error ci_low ci_high n status reason"),
      List.of()),

  /** Answers to questions about self-harm: one line for the whole survey. */
  SAFETY(
      "safety", columns("wave measure label estimate ci_low ci_high n status reason"), List.of()),

  /** Correlations. */
  CORRELATIONS(
      "correlations",
      List.of(
          "wave",
          "domain",
          "level",
          "x",
          "y",
          "method",
          "estimate",
          "std_error",
          "ci_low",
          "ci_high",
          "df",
          "n",
          "p_value",
          "p_adjusted",
          "status",
          "reason"),
      List.of(
          "x_label",
          "y_label",
          "x_construct",
          "y_construct",
          "domain_label",
          "level_label",
          "overlap",
          "given")),

  /** What goes with an outcome when everything else in a model is held equal. */
  MODELS(
      "models",
      columns(
          "wave model outcome with group reference step statistic estimate std_error "
              + "ci_low ci_high ci_method df n p_value p_adjusted status reason"),
      columns("model_label outcome_label with_label direction")),

  /** Tests of whole terms of models, and what shows whether a model can be trusted. */
  MODEL_CHECKS(
      "model_checks",
      columns(
          "wave model outcome with statistic estimate df n p_value p_adjusted finding "
              + "status reason"),
      columns("model_label outcome_label with_label part")),

  /** Each challenge along a number, as points of a smooth curve. */
  CURVES(
      "curves",
      columns(
          "wave of at measure adjusted_for statistic estimate std_error ci_low ci_high "
              + "ci_method df n status reason"),
      columns("of_label measure_label construct construct_label bands cuts")),

  /** Differences of groups, and effect sizes. */
  DIFFERENCES(
      "differences",
      List.of(
          "wave",
          "domain",
          "level",
          "against",
          "measure",
          "statistic",
          "estimate",
          "std_error",
          "ci_low",
          "ci_high",
          "ci_method",
          "df",
          "n_group",
          "n_against",
          "p_value",
          "p_adjusted",
          "family",
          "result",
          "status",
          "reason"),
      List.of(
          "measure_label",
          "construct",
          "construct_label",
          "kind",
          "cutoff_label",
          "direction",
          "domain_label",
          "level_label",
          "against_label",
          "level_order",
          "headline")),

  /** Change from wave to wave, and trends over all waves. */
  CHANGES(
      "changes",
      columns(
          "wave from domain level measure statistic estimate std_error ci_low ci_high "
              + "ci_method df n p_value p_adjusted family result meaning status reason"),
      columns(
          "measure_label construct construct_label kind cutoff_label direction domain_label "
              + "level_label level_order headline unit samples")),

  /**
   * Tests of all groups of a breakdown at once: whether a share or mean is the same, and trends.
   */
  GROUP_TESTS(
      "group_tests",
      columns(
          "wave domain measure statistic estimate std_error ci_low ci_high test "
              + "result df p_value p_adjusted family status reason"),
      columns("measure_label construct_label cutoff_label domain_label headline")),

  /** Standard deviations and quartiles of scores and numbers. */
  SPREAD(
      "spread",
      columns(
          "wave measure statistic estimate std_error ci_low ci_high ci_method df "
              + "n_answered status reason"),
      columns("measure_label range_low range_high")),

  /** How far the items of a scale agree. */
  RELIABILITY(
      "reliability",
      columns(
          "wave scale item statistic estimate std_error ci_low ci_high ci_method "
              + "df n status reason"),
      columns("items scale_label instrument")),

  /** People who are cases, ratios of numbers, design effects. */
  DESCRIPTIVES(
      "descriptives",
      columns(
          "wave measure over statistic estimate std_error ci_low ci_high ci_method "
              + "df n status reason"),
      columns("measure_label over_label")),

  /** What stands for challenges as analysed, and with missing scores filled in. */
  IMPUTATION(
      "imputation",
      columns(
          "wave measure answers statistic estimate std_error ci_low ci_high ci_method "
              + "df n filled_in status reason"),
      columns("measure_label construct construct_label data_sets"));

  private final String id;
  private final List<String> columns;

  TableKind(String id, List<String> contract, List<String> further) {
    this.id = id;
    List<String> all = new ArrayList<>(contract);
    all.addAll(further);
    columns = List.copyOf(all);
  }

  /** Returns names that blanks divide. */
  private static List<String> columns(String names) {
    return List.of(names.split(" ", -1));
  }

  /** Returns the name of the table. */
  public String id() {
    return id;
  }

  /** Returns the columns in order. */
  public List<String> columns() {
    return columns;
  }
}
