package org.caretally.estimate;

import java.util.List;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Weight;

/**
 * Sums when every person is a PSU. A stratum's part of Ω for terms u and v is (1 − f) n/(n − 1) [Σ
 * w² u v − (Σ w u)(Σ w v)/n], so a stratum needs its second moments and nothing per person.
 */
final class ByPerson extends DomainSums {
  private static final double GRID_SQUARED = (double) Weight.ONE * Weight.ONE;

  private final int[][] moments;
  private final int[] squares;

  ByPerson(Sampling sampling, int cell, List<Term> terms) {
    super(sampling, cell, terms);
    List<Monomial> monomials = Shape.monomials(terms);
    Shape shape = sampling.layout().shape(cell);
    moments = new int[terms.size()][terms.size()];
    squares = monomials.stream().mapToInt(shape::moment).toArray();
    for (int i = 0; i < moments.length; i++) {
      for (int j = 0; j < moments.length; j++) {
        moments[i][j] = shape.moment(monomials.get(i).times(monomials.get(j)));
      }
    }
  }

  @Override
  long dfOf(List<DomainSums> domains) {
    long people = 0;
    long strata = 0;
    for (Sampling.Part part : sampling().parts()) {
      long here = 0;
      for (DomainSums domain : domains) {
        Unit.Block block = part.units().get(0).block(domain.cell());
        here += block == null ? 0 : block.people();
      }
      people += here;
      strata += here > 0 ? 1 : 0;
    }
    return people - strata;
  }

  @Override
  double varianceOf(List<Piece> pieces) {
    List<Sampling.Part> parts = sampling().parts();
    double people = parts.stream().mapToLong(Sampling.Part::psus).sum();
    double sum = 0;
    int alone = 0;
    for (Sampling.Part part : parts) {
      double n = part.psus();
      if (n > 1) {
        sum += (1 - part.fraction()) * n / (n - 1) * squares(part, pieces, n);
      } else {
        alone++;
        if (sampling().lonely() == LonelyPsu.ADJUST) {
          double z = 0;
          for (Piece piece : pieces) {
            ByPerson sums = (ByPerson) piece.sums();
            Totals all = sampling().stratumTotals(sums.cell())[parts.size()];
            z += sums.first(part, piece.gradient()) - sums.dot(all, piece.gradient()) / people;
          }
          sum += (1 - part.fraction()) * z * z;
        }
      }
    }
    if (sampling().lonely() == LonelyPsu.AVERAGE && alone > 0) {
      sum *= (double) parts.size() / (parts.size() - alone);
    }
    return sum;
  }

  /** Nobody is in two of the domains, so second moments add up and products of domains are 0. */
  private static double squares(Sampling.Part part, List<Piece> pieces, double n) {
    double second = 0;
    double first = 0;
    for (Piece piece : pieces) {
      ByPerson sums = (ByPerson) piece.sums();
      second += sums.second(part.units().get(0).block(sums.cell()), piece.gradient());
      first += sums.first(part, piece.gradient());
    }
    return Math.max(0, second - first * first / n);
  }

  /** Returns Σ w²z over the members of a block. */
  double mixed(Unit.Block block, double[] gradient) {
    double mixed = 0;
    for (int i = 0; block != null && i < gradient.length; i++) {
      mixed += gradient[i] * block.moments.value(squares[i]) / GRID_SQUARED;
    }
    return mixed;
  }

  /** Returns Σ w²z² over the members of a block. */
  double second(Unit.Block block, double[] gradient) {
    double second = 0;
    for (int i = 0; block != null && i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        second += gradient[i] * gradient[j] * block.moments.value(moments[i][j]) / GRID_SQUARED;
      }
    }
    return second;
  }

  private double first(Sampling.Part part, double[] gradient) {
    Unit.Block block = part.units().get(0).block(cell());
    return linear(block, gradient);
  }

  private double dot(Totals totals, double[] gradient) {
    double sum = 0;
    for (int i = 0; totals != null && i < gradient.length; i++) {
      sum += gradient[i] * totals.value(at()[i]) / Weight.ONE;
    }
    return sum;
  }
}
