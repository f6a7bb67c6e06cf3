package org.caretally.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is summed in a cell: the terms of all its estimators, each once, compiled to positions in a
 * person's vector of factors. Sums by PSU carry the variance; plain totals and counts are kept once
 * for the cell.
 */
final class Shape implements Serializable {
  private final Map<Monomial, Integer> sums = new LinkedHashMap<>();
  private final Map<Monomial, Integer> plain = new LinkedHashMap<>();
  private final Map<Monomial, Integer> counts = new LinkedHashMap<>();
  private final Map<Monomial, Integer> moments = new LinkedHashMap<>();
  private final Map<Crosstab, Integer> tables = new LinkedHashMap<>();

  final int[][] sumAt;
  final int[][] plainAt;
  final int[][] countAt;
  final int[][] momentAt;
  final CrosstabKey[] crosstabs;

  Shape(List<Estimator> estimators, boolean people, Map<Monomial.Factor, Integer> factors) {
    for (Estimator estimator : estimators) {
      List<Monomial> terms = estimator.terms().stream().map(Monomial::of).toList();
      for (Monomial term : terms) {
        put(sums, term);
        put(counts, term.answered());
      }
      estimator.tallies().forEach(t -> put(counts, Monomial.of(t)));
      estimator.totals().forEach(t -> put(plain, Monomial.of(t)));
      estimator.tables().forEach(t -> tables.putIfAbsent(t, tables.size()));
      if (people) {
        pairs(terms).forEach(m -> put(moments, m));
        terms.forEach(t -> put(moments, t)); // Σ w²u, for residuals of calibrated weights
      }
    }
    sumAt = compile(sums.keySet(), factors);
    plainAt = compile(plain.keySet(), factors);
    countAt = compile(counts.keySet(), factors);
    momentAt = compile(moments.keySet(), factors);
    crosstabs = tables.keySet().stream().map(CrosstabKey::new).toArray(CrosstabKey[]::new);
  }

  private static void put(Map<Monomial, Integer> map, Monomial monomial) {
    map.putIfAbsent(monomial, map.size());
  }

  private static Set<Monomial> pairs(List<Monomial> terms) {
    Set<Monomial> all = new LinkedHashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      for (int j = 0; j <= i; j++) {
        all.add(terms.get(i).times(terms.get(j)));
      }
    }
    return all;
  }

  /** Positions of the one or two factors of each monomial; position 0 is the constant 1. */
  private static int[][] compile(Set<Monomial> monomials, Map<Monomial.Factor, Integer> factors) {
    int[][] at = new int[2][monomials.size()];
    int i = 0;
    for (Monomial monomial : monomials) {
      List<Monomial.Factor> f = monomial.factors();
      at[0][i] = factors.computeIfAbsent(f.get(0), k -> factors.size() + 1);
      at[1][i] = f.size() == 1 ? 0 : factors.computeIfAbsent(f.get(1), k -> factors.size() + 1);
      i++;
    }
    return at;
  }

  int sum(Monomial term) {
    return sums.get(term);
  }

  int plain(Monomial term) {
    return plain.get(term);
  }

  int count(Monomial term) {
    return counts.get(term.answered());
  }

  int tally(Monomial term) {
    return counts.get(term);
  }

  int moment(Monomial term) {
    return moments.get(term);
  }

  int table(Crosstab table) {
    return tables.get(table);
  }

  int sums() {
    return sums.size();
  }

  int plains() {
    return plain.size();
  }

  int counts() {
    return counts.size();
  }

  int moments() {
    return moments.size();
  }

  static Map<Monomial.Factor, Integer> noFactors() {
    return new HashMap<>();
  }

  static List<Monomial> monomials(List<Term> terms) {
    List<Monomial> all = new ArrayList<>(terms.size());
    terms.forEach(t -> all.add(Monomial.of(t)));
    return all;
  }
}
