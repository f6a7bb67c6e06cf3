package org.caretally.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caretally.design.Errors;
import org.caretally.design.Weight;

/**
 * The sums of one domain, as an estimator sees them. Two kinds, which estimators cannot tell apart:
 * by PSU, with a table of PSU totals, and by person, with second moments for each stratum.
 *
 * <p>Variance of θ = g(T): ∇gᵀ Ω ∇g with Ω = Σ_h (1 − f_h) n_h/(n_h − 1) Σ_a (t_ha − t̄_h)(t_ha −
 * t̄_h)ᵀ, where t_ha are PSU totals, n_h counts all PSUs of the design and PSUs without members in
 * the domain count as zero. Because the influence function is linear in the terms, its PSU totals
 * are ∇g·t_ha and no second pass over people is needed.
 *
 * <p>Binder, D. A. (1983). On the variances of asymptotically normal estimators from complex
 * surveys. International Statistical Review 51, 279–292. doi:10.2307/1402588
 */
public abstract sealed class DomainSums permits ByPsu, ByPerson {
  private final Sampling sampling;
  private final int cell;
  private final int[] at;

  DomainSums(Sampling sampling, int cell, List<Term> terms) {
    this.sampling = sampling;
    this.cell = cell;
    Shape shape = sampling.layout().shape(cell);
    at = terms.stream().map(Monomial::of).mapToInt(shape::sum).toArray();
  }

  final Sampling sampling() {
    return sampling;
  }

  final int cell() {
    return cell;
  }

  final int[] at() {
    return at;
  }

  /**
   * Returns Σ w·u for every term, in the order the estimator named them; values are pivoted and on
   * their grid.
   */
  public final double[] totals() {
    Totals[] all = sampling.stratumTotals(cell);
    double[] totals = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      totals[i] = all[all.length - 1].value(at[i]) / Weight.ONE;
    }
    return totals;
  }

  /** Returns Σ w·u for a term that the estimator named among its plain totals. */
  public final double plain(Term term) {
    int i = sampling.layout().shape(cell).plain(Monomial.of(term));
    return sampling.cell(cell).plain.value(i) / Weight.ONE;
  }

  /** Returns how many people in the domain answered all variables of a term. */
  public final long count(Term term) {
    int i = sampling.layout().shape(cell).count(Monomial.of(term));
    return sampling.cell(cell).counts[i];
  }

  /** Returns the unweighted total of a term that the estimator named among its tallies. */
  public final long tally(Term term) {
    int i = sampling.layout().shape(cell).tally(Monomial.of(term));
    return sampling.cell(cell).counts[i];
  }

  /** Returns a table as counted in the domain. */
  public final Crosstab.Counted counted(Crosstab table) {
    return table.counted(pooled(table), Weight.ONE);
  }

  private CrosstabSums pooled(Crosstab table) {
    int at = sampling.layout().shape(cell).table(table);
    CrosstabSums all = new CrosstabSums(false);
    for (Sampling.Part part : sampling.parts()) {
      for (Unit unit : part.units()) {
        if (unit.block(cell) != null) {
          all.addAll(unit.block(cell).tables[at]);
        }
      }
    }
    return all;
  }

  /**
   * Returns the design covariances of sums Σ_c z_c W_c over the combinations c of a table.
   *
   * @param z for each sum its coefficients, in the order of the counted table
   */
  public final double[][] covariance(Crosstab table, double[][] z) {
    return new TableSums(sampling, List.of(piece(table, z))).covariance();
  }

  private TableSums.Piece piece(Crosstab table, double[][] z) {
    CrosstabSums all = pooled(table);
    int[] order = all.order();
    Map<Long, Integer> positions = new HashMap<>();
    for (int i = 0; i < order.length; i++) {
      positions.put(all.key(order[i]), i);
    }
    return new TableSums.Piece(cell, sampling.layout().shape(cell).table(table), positions, z);
  }

  /**
   * Returns the design variance of Σ_d Σ_c z_dc W_dc over several domains of one survey that have
   * nobody in common.
   *
   * @param z for each domain its coefficients, in the order of its counted table
   */
  static double tableVariance(List<DomainSums> domains, Crosstab table, List<double[]> z) {
    List<TableSums.Piece> pieces = new ArrayList<>();
    for (int d = 0; d < domains.size(); d++) {
      pieces.add(domains.get(d).piece(table, new double[][] {z.get(d)}));
    }
    return new TableSums(domains.get(0).sampling, pieces).covariance()[0][0];
  }

  /**
   * Returns the variance of an estimator that is a smooth function of the totals, in the way the
   * design asks for; NaN when it does not exist.
   */
  final double variance(SmoothEstimator estimator) {
    Linearised here = estimator.at(totals());
    return variance(
        List.of(new Piece(this, here.gradient())), all -> estimator.at(all.get(0)).value());
  }

  /**
   * Returns the variance of a number made from the totals of several domains that have nobody in
   * common, in the way the design asks for.
   *
   * @param pieces its gradients
   * @param number the number itself, from the totals of the pieces' domains
   */
  static double variance(List<Piece> pieces, Smooth number) {
    Errors errors = pieces.get(0).sums.sampling.errors();
    List<DomainSums> domains = pieces.stream().map(Piece::sums).toList();
    if (errors instanceof Errors.Replicates replicates) {
      return Replication.variance(domains, number, replicates);
    }
    return errors.equals(Errors.jackknife())
        ? Jackknife.variance(domains, number)
        : variance(pieces);
  }

  /**
   * Returns the linearised variance of a smooth function of the totals with this gradient; NaN when
   * it does not exist.
   */
  public final double variance(double[] gradient) {
    return variance(List.of(new Piece(this, gradient)));
  }

  /**
   * Returns the design's degrees of freedom in the domain: PSUs less strata, counting those with at
   * least one person in the domain, whatever that person answered.
   */
  public final long df() {
    return df(List.of(this));
  }

  /**
   * A part of a smooth function of the totals of several domains.
   *
   * @param sums a domain's sums
   * @param gradient derivative by each of its totals
   */
  public record Piece(DomainSums sums, double[] gradient) {}

  /**
   * Returns the linearised variance of a function of the totals of several domains of one survey
   * that have nobody in common. Domains that share PSUs have a covariance; it is part of the
   * result.
   */
  public static double variance(List<Piece> pieces) {
    DomainSums first = pieces.get(0).sums;
    return first
        .sampling
        .layout()
        .classes()
        .map(c -> residual(c, pieces))
        .orElseGet(() -> first.varianceOf(pieces));
  }

  private static double residual(Classes classes, List<Piece> pieces) {
    Sampling sampling = pieces.get(0).sums.sampling;
    return ResidualVariance.of(classes, sampling, ResidualVariance.of(pieces), 1)[0][0];
  }

  /**
   * Returns the design's degrees of freedom in several domains taken together; those of replicate
   * weights are the same in every domain.
   */
  public static long df(List<DomainSums> domains) {
    DomainSums first = domains.get(0);
    return first.sampling.errors() instanceof Errors.Replicates replicates
        ? replicates.df()
        : first.dfOf(domains);
  }

  /** Returns ∇g·t of the sums of a unit; 0 when it has no members. */
  final double linear(Unit.Block block, double[] gradient) {
    double sum = 0;
    for (int i = 0; block != null && i < gradient.length; i++) {
      sum += gradient[i] * block.sums.value(at[i]) / Weight.ONE;
    }
    return sum;
  }

  abstract double varianceOf(List<Piece> pieces);

  abstract long dfOf(List<DomainSums> domains);
}
