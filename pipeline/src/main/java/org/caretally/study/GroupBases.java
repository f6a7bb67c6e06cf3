package org.caretally.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.caretally.design.Domain;
import org.caretally.disclosure.Pooling;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Difference;
import org.caretally.estimate.Ledger;
import org.caretally.estimate.Sampling;

/** How many people the numbers of levels rest on. */
record GroupBases(Plan plan, SortedMap<String, Ledger> ledgers) {

  /** Returns how many people of all waves are in any level of a breakdown. */
  long people(Domain domain) {
    return ledgers.values().stream()
        .mapToLong(l -> cells(domain).stream().mapToLong(l::people).sum())
        .sum();
  }

  private static List<Cell> cells(Domain domain) {
    return domain.levels().stream().map(l -> new Cell(domain.id(), l.id())).toList();
  }

  /** Returns how many groups have fewer people than k, but some, in one wave or more. */
  long smaller(List<Cell> cells, int k) {
    long[][] bases = of(cells);
    long small = 0;
    for (long[] group : bases) {
      small += Arrays.stream(group).anyMatch(n -> n != Pooling.NOBODY && n < k) ? 1 : 0;
    }
    return small;
  }

  /** Returns the fewest people that a number rests on, for each level of a breakdown and wave. */
  long[][] of(Domain domain) {
    return of(cells(domain));
  }

  /** What most people answered decides; what few were asked is hidden for itself. */
  private long[][] of(List<Cell> cells) {
    long[][] bases = new long[cells.size()][ledgers.size()];
    int wave = 0;
    for (Ledger ledger : ledgers.values()) {
      Sampling sampling = ledger.sampling(plan.coding().design());
      Map<Measure, Long> all = new LinkedHashMap<>();
      plan.measures(cells.get(0)).forEach(m -> all.put(m, answered(sampling, Cell.EVERYBODY, m)));
      long most = all.values().stream().mapToLong(n -> n).max().orElse(0);
      all.values().removeIf(n -> 2 * n < most);
      for (int i = 0; i < bases.length; i++) {
        Cell cell = cells.get(i);
        bases[i][wave] =
            ledger.people(cell) == 0
                ? Pooling.NOBODY
                : all.keySet().stream().mapToLong(m -> answered(sampling, cell, m)).min().orElse(0);
      }
      wave++;
    }
    return bases;
  }

  private static long answered(Sampling sampling, Cell cell, Measure measure) {
    return Difference.people(measure.estimator(), List.of(sampling.of(cell, measure.estimator())));
  }
}
