package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Variable;

/**
 * A regression model: one outcome, and what goes with it.
 *
 * @param id its name
 * @param kind how the outcome depends on the regressors
 * @param outcome position of the outcome in rows
 * @param variable what the outcome's cells mean
 * @param regressors the regressors, at least one
 * @param interactions pairs of regressors whose products are in the model too
 * @param pool name under which complete cases are held; models of one pool are held together, once
 *     for each person
 */
public record Model(
    String id,
    Kind kind,
    int outcome,
    Variable variable,
    List<Regressor> regressors,
    List<Interaction> interactions,
    String pool)
    implements Serializable {

  /**
   * The product of two regressors.
   *
   * @param first position among the regressors
   * @param second another one
   */
  public record Interaction(int first, int second) implements Serializable {}

  /** A model without interactions, in a pool of its own. */
  public Model(String id, Kind kind, int outcome, Variable variable, List<Regressor> regressors) {
    this(id, kind, outcome, variable, regressors, List.of(), id);
  }

  /** How the outcome depends on the regressors. */
  public enum Kind {
    /** Differences of a score. */
    LINEAR("difference"),
    /** Odds ratios of a yes/no. */
    LOGISTIC("odds_ratio"),
    /** Ratios of prevalences of a yes/no (Poisson regression). */
    PREVALENCE_RATIO("prevalence_ratio");

    private final String statistic;

    Kind(String statistic) {
      this.statistic = statistic;
    }

    /** Returns the name of the statistic. */
    public String statistic() {
      return statistic;
    }

    double inverseLink(double eta) {
      return switch (this) {
        case LINEAR -> eta;
        case LOGISTIC -> eta < 0 ? Math.exp(eta) / (1 + Math.exp(eta)) : 1 / (1 + Math.exp(-eta));
        case PREVALENCE_RATIO -> Math.exp(eta);
      };
    }

    double link(double mean) {
      return switch (this) {
        case LINEAR -> mean;
        case LOGISTIC -> Math.log(mean / (1 - mean));
        case PREVALENCE_RATIO -> Math.log(mean);
      };
    }

    /** Variance at a mean; also the slope of the mean in the linear predictor. */
    double slope(double mean) {
      return switch (this) {
        case LINEAR -> 1;
        case LOGISTIC -> mean * (1 - mean);
        case PREVALENCE_RATIO -> mean;
      };
    }

    /** Derivative of {@link #slope} in the linear predictor. */
    double bend(double mean) {
      return switch (this) {
        case LINEAR -> 0;
        case LOGISTIC -> mean * (1 - mean) * (1 - 2 * mean);
        case PREVALENCE_RATIO -> mean;
      };
    }

    /** Twice the log likelihood that one observation lacks. */
    double deviance(double y, double mean) {
      return switch (this) {
        case LINEAR -> (y - mean) * (y - mean);
        case LOGISTIC -> -2 * Math.log(y > 0 ? mean : 1 - mean);
        case PREVALENCE_RATIO -> 2 * (y > 0 ? y * Math.log(y / mean) - (y - mean) : mean);
      };
    }

    /** What a coefficient is read as: itself, or a ratio. */
    double shown(double coefficient) {
      return this == LINEAR ? coefficient : Math.exp(coefficient);
    }
  }

  /** Copies the list. */
  public Model {
    regressors = List.copyOf(regressors);
    interactions = List.copyOf(interactions);
  }

  /** Returns how many terms there are: the regressors, then the interactions. */
  public int terms() {
    return regressors.size() + interactions.size();
  }

  /** Returns the regressors of a term: one, or two of an interaction. */
  public List<Integer> regressorsOf(int term) {
    if (term < regressors.size()) {
      return List.of(term);
    }
    Interaction pair = interactions.get(term - regressors.size());
    return List.of(pair.first(), pair.second());
  }

  /** Returns the positions of the outcome and the regressors, in this order. */
  List<Integer> positions() {
    List<Integer> all = new ArrayList<>();
    all.add(outcome);
    regressors.forEach(r -> all.add(r.position()));
    return all;
  }
}
