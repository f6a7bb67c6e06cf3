package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Publishes distributions of answers. Neighbouring answers are pooled until each pool holds enough
 * people, so that the parts still add up to everybody and no pool can be split again by
 * subtraction; a distribution that would be a single pool is withheld.
 */
final class Distributions {
  private static final List<String> NUMBERS =
      List.of("answer_from", "answer_to", "share", "n", "blank", "not_asked", "missing");

  private final Profile profile;
  private final Precision precision;
  private final LongFunction<Cell> people;

  Distributions(Profile profile, Precision precision, LongFunction<Cell> people) {
    this.profile = profile;
    this.precision = precision;
    this.people = people;
  }

  /** Neighbouring answers, from and to, and their people. */
  private record Pool(long from, long to, long count) {}

  ProtectedTable table(String id, List<Distribution> all) {
    List<String> columns = new ArrayList<>(Distribution.WORDS);
    columns.addAll(NUMBERS);
    List<ProtectedTable.Row> rows = new ArrayList<>();
    for (Distribution one : all) {
      long fewest = profile.protects() ? Math.max(profile.k(), one.care().smallestBase()) : 0;
      boolean small = one.answered() < fewest;
      List<Pool> pools = pools(one, Math.max(1, fewest));
      boolean hidden = small || (profile.protects() && pools.size() == 1);
      for (Pool pool : pools.isEmpty() ? List.of(new Pool(0, -1, 0)) : pools) {
        List<Cell> cells = new ArrayList<>();
        Distribution.WORDS.forEach(w -> cells.add(new Words(one.words().getOrDefault(w, ""))));
        cells.addAll(numbers(one, pool, small, hidden));
        rows.add(new ProtectedTable.Row(columns, cells));
      }
    }
    return new ProtectedTable(id, columns, rows);
  }

  private List<Pool> pools(Distribution one, long fewest) {
    if (!profile.protects()) {
      List<Pool> single = new ArrayList<>();
      for (int i = 0; i < one.codes().size(); i++) {
        single.add(new Pool(one.codes().get(i), one.codes().get(i), one.counts().get(i)));
      }
      return single;
    }
    List<Pool> pools = new ArrayList<>();
    long from = 0;
    long count = -1;
    for (int i = 0; i < one.codes().size(); i++) {
      from = count < 0 ? one.codes().get(i) : from;
      count = Math.max(0, count) + one.counts().get(i);
      if (count >= fewest) {
        pools.add(new Pool(from, one.codes().get(i), count));
        count = -1;
      }
    }
    if (count >= 0) {
      long to = one.codes().get(one.codes().size() - 1);
      Pool last = pools.isEmpty() ? new Pool(from, to, 0) : pools.remove(pools.size() - 1);
      pools.add(new Pool(last.from(), to, last.count() + count));
    }
    return pools;
  }

  private List<Cell> numbers(Distribution one, Pool pool, boolean small, boolean hidden) {
    boolean list = pool.to() >= pool.from();
    Cell withheld = new Withheld(Withheld.Mark.CONFIDENTIAL);
    Cell none = new Withheld(Withheld.Mark.NOT_APPLICABLE);
    double share = (double) pool.count() / one.answered();
    return List.of(
        new Words(list ? Long.toString(pool.from()) : ""),
        new Words(list ? Long.toString(pool.to()) : ""),
        !list ? none : hidden ? withheld : precision.value(share, "prevalence", one.answered()),
        small ? withheld : precision.count(one.answered()),
        people.apply(one.blank()),
        people.apply(one.notAsked()),
        small ? withheld : missing(one));
  }

  /** The share without an answer among those who were asked; withheld together with its count. */
  private Cell missing(Distribution one) {
    Cell count = people.apply(one.blank());
    long asked = one.answered() + one.blank();
    return count instanceof Withheld
        ? count
        : precision.value((double) one.blank() / asked, "prevalence", asked);
  }
}
