package org.caretally.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caretally.design.Design;

/**
 * Estimates as they would be if missing scores were filled in, several times over: a check how far
 * results rest on who did not answer.
 *
 * <p>Estimand: that of each estimator, everybody in the analysis population, under the assumption
 * that people who did not answer are like people who did with the same answers to what is used for
 * prediction ("missing at random"). {@link ChainedEquations} fill in, every filled data set goes
 * through a ledger and the estimators like the survey itself, and {@link RubinRules} pool.
 *
 * <p>People come in the order of strata, PSUs and answers, and one stream of random numbers for
 * each data set follows that order; so the result depends on who answered and on the seed, and on
 * nothing else.
 */
public final class Imputation {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** Fewest people who must have a score for it to be filled in for others. */
  public static final int FEWEST = 30;

  private final Plan plan;

  /**
   * What is filled in.
   *
   * @param sets how many data sets, at least 2
   * @param seed start of the random numbers
   * @param scores what is filled in: positions in the row of a score and of what follows from it,
   *     such as a cut-off, which come from the same person; the first is predicted
   * @param levels positions and numbers of levels of variables that predict; no answer is a level
   *     of its own
   */
  public record Plan(int sets, long seed, List<List<Integer>> scores, List<Level> levels) {
    /** Copies the lists. */
    public Plan {
      scores = scores.stream().map(List::copyOf).toList();
      levels = List.copyOf(levels);
    }

    /** Returns the positions of all answers that are used, each once. */
    public List<Integer> positions() {
      List<Integer> all = new ArrayList<>();
      scores.forEach(all::addAll);
      levels.forEach(l -> all.add(l.position()));
      return all.stream().distinct().toList();
    }
  }

  /**
   * A variable with levels.
   *
   * @param position position in the row
   * @param size number of levels
   */
  public record Level(int position, int size) {}

  /**
   * A number as analysed and as imputed.
   *
   * @param analysed among people who have it
   * @param imputed among all; the same where nobody lacks it, or too few have it
   * @param missing share of missing information, 0 to 1; NaN where nothing was filled in
   */
  public record Answer(Estimate analysed, Estimate imputed, double missing) {}

  /** Creates the imputation. */
  public Imputation(Plan plan) {
    this.plan = plan;
  }

  /**
   * Estimates with what is missing filled in.
   *
   * @param ledger a survey whose layout keeps the answers
   * @param width number of cells of a row
   */
  public List<Answer> answers(Ledger ledger, Design design, List<Estimator> estimators, int width) {
    ImputedSurvey survey = new ImputedSurvey(ledger, width, plan.levels());
    List<List<Integer>> scores =
        plan.scores().stream().filter(s -> survey.people(s) >= FEWEST).toList();
    List<Estimate> analysed = survey.estimates(survey.rows(), design, estimators);
    ChainedEquations chain = new ChainedEquations(survey.fixed(), survey.scores(scores));
    List<List<Estimate>> filled =
        IntStream.range(0, plan.sets())
            .parallel()
            .mapToObj(
                set -> {
                  Random random = new Random((plan.seed() * MIX + set + 1) * MIX);
                  long[][] rows = survey.filled(scores, chain.donors(random));
                  return survey.estimates(rows, design, estimators);
                })
            .toList();
    List<Answer> answers = new ArrayList<>();
    for (int e = 0; e < estimators.size(); e++) {
      int at = e;
      answers.add(pooled(analysed.get(e), filled.stream().map(f -> f.get(at)).toList()));
    }
    return answers;
  }

  private static Answer pooled(Estimate analysed, List<Estimate> filled) {
    if (filled.stream().allMatch(analysed::equals)) {
      return new Answer(analysed, analysed, Double.NaN);
    }
    double[] q = filled.stream().mapToDouble(Estimate::value).toArray();
    double[] u = filled.stream().mapToDouble(f -> f.standardError() * f.standardError()).toArray();
    RubinRules rules = RubinRules.of(q, u, filled.get(0).df());
    double p = rules.value();
    double se = Math.sqrt(rules.variance());
    double half = Quantiles.t975(rules.df()) * se;
    boolean share = analysed.statistic().equals("prevalence") && p > 0 && p < 1;
    Interval interval = new Interval(p - half, p + half, "t");
    if (share) {
      double logit = Math.log(p) - Math.log1p(-p);
      double wide = half / (p * (1 - p));
      interval = new Interval(expit(logit - wide), expit(logit + wide), "xlogit");
    }
    // the gate judges both lines by the people who answered, for they are what could be given away
    Estimate imputed =
        new Estimate(
            analysed.statistic(),
            p,
            se,
            interval,
            (long) rules.df(),
            analysed.n(),
            analysed.cases(),
            Double.NaN,
            Double.NaN,
            Double.NaN,
            analysed.reliability());
    return new Answer(analysed, imputed, rules.missing());
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
