package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Publishes distributions of answers. Neighbouring answers are pooled until each pool holds enough
 * people, so that the parts still add up to everybody and no pool can be split again by
 * subtraction; a distribution that would be a single pool is withheld. Those who answered, who left
 * the question out and who were not asked add up to everybody, so where one of these counts is
 * withheld another may have to be.
 */
final class Distributions {
  private static final double SMALL = 1e-9;
  private static final String N = "n";
  private static final String BLANK = "blank";
  private static final String NOT_ASKED = "not_asked";
  private static final List<String> NUMBERS =
      List.of("answer_from", "answer_to", "share", N, BLANK, NOT_ASKED, "missing");

  private static final String KIND = "kind";

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
    columns.add(KIND);
    List<ProtectedTable.Row> rows = new ArrayList<>();
    Set<Tally.Place> counts = counts(all);
    for (int i = 0; i < all.size(); i++) {
      Distribution one = all.get(i);
      Counts around = new Counts(one, i, counts);
      long fewest = profile.protects() ? Math.max(profile.k(), one.care().smallestBase()) : 0;
      boolean small = one.answered() < fewest;
      List<Pool> pools = pools(one, Math.max(1, fewest));
      boolean hidden =
          small || (profile.protects() && (pools.size() == 1 || around.follows(pools)));
      for (Pool pool : pools.isEmpty() ? List.of(new Pool(0, -1, 0)) : pools) {
        List<Cell> cells = new ArrayList<>();
        Distribution.WORDS.forEach(w -> cells.add(new Words(one.words().getOrDefault(w, ""))));
        cells.addAll(numbers(around, pool, small, hidden));
        cells.add(new Words(one.words().getOrDefault(KIND, "")));
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

  /** Returns which counts of people are withheld, by position and column. */
  private Set<Tally.Place> counts(List<Distribution> all) {
    if (!profile.protects()) {
      return Set.of();
    }
    List<Tally.Line> lines = new ArrayList<>();
    List<Tally.Total> totals = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Distribution one = all.get(i);
      int row = i;
      lines.add(
          new Tally.Line(
              Map.of(), Map.of(N, one.answered(), BLANK, one.blank(), NOT_ASKED, one.notAsked())));
      // that nobody was left out by a skip is known from the questionnaire: no partner for others
      List<Tally.Place> parts =
          Stream.of(N, BLANK, NOT_ASKED)
              .filter(c -> !c.equals(NOT_ASKED) || one.notAsked() > 0)
              .map(c -> new Tally.Place(row, c))
              .toList();
      totals.add(new Tally.Total(one.answered() + one.blank() + one.notAsked(), parts));
    }
    Tally tally = new Tally("", List.of(N, BLANK, NOT_ASKED), lines, totals);
    return CountsAudit.hidden(tally, profile.k());
  }

  /** The counts of people beside a distribution. */
  private final class Counts {
    private final Distribution one;
    private final int row;
    private final Set<Tally.Place> hidden;

    Counts(Distribution one, int row, Set<Tally.Place> hidden) {
      this.one = one;
      this.row = row;
      this.hidden = hidden;
    }

    private Cell of(String column, long count) {
      return hidden.contains(new Tally.Place(row, column))
          ? new Withheld(Withheld.Mark.CONFIDENTIAL)
          : people.apply(count);
    }

    Cell answered() {
      return of(N, one.answered());
    }

    Cell blank() {
      return of(BLANK, one.blank());
    }

    Cell notAsked() {
      return of(NOT_ASKED, one.notAsked());
    }

    /**
     * Returns whether the number of people who left a question out would follow from the printed
     * shares: they fit few numbers of people who answered.
     */
    boolean follows(List<Pool> pools) {
      if (!(blank() instanceof Withheld)) {
        return false;
      }
      long asked = one.answered() + one.blank();
      long whole = asked + one.notAsked();
      Known all = Known.base(whole);
      long most = profile.k() - 1L;
      Known base =
          answered() instanceof Withheld
              ? new Known(Math.max(1, asked - most), asked - 1)
              : Known.base(one.answered());
      List<Long> counts = pools.stream().map(Pool::count).toList();
      long[] fits =
          LongStream.rangeClosed((long) base.low(), (long) base.high())
              .filter(n -> n == one.answered() || fits(counts, one.answered(), n))
              .toArray();
      double room = fits[fits.length - 1] - fits[0] + all.high() - all.low();
      return room < Math.min(Unknown.PRIMARY_WIDTH, most);
    }

    /** The share without an answer among those who were asked; withheld with its counts. */
    Cell missing() {
      long asked = one.answered() + one.blank();
      if (blank() instanceof Withheld) {
        return blank();
      }
      return answered() instanceof Withheld
          ? answered()
          : precision.value((double) one.blank() / asked, "prevalence", asked);
    }
  }

  /** Returns whether so many people could print the same shares of the same pools. */
  private static boolean fits(List<Long> counts, long answered, long n) {
    long least = 0;
    long most = 0;
    double unit = answered >= Precision.MANY ? 1e-3 : 1e-2;
    for (long count : counts) {
      double shown = Math.rint((double) count / answered / unit) * unit;
      double low = Math.ceil((shown - unit / 2) * n - SMALL);
      double high = Math.floor((shown + unit / 2) * n + SMALL);
      if (high < low) {
        return false;
      }
      least += (long) Math.max(0, low);
      most += (long) high;
    }
    return least <= n && n <= most;
  }

  private List<Cell> numbers(Counts around, Pool pool, boolean small, boolean hidden) {
    boolean list = pool.to() >= pool.from();
    Cell withheld = new Withheld(Withheld.Mark.CONFIDENTIAL);
    Cell none = new Withheld(Withheld.Mark.NOT_APPLICABLE);
    long answered = around.one.answered();
    double share = (double) pool.count() / answered;
    return List.of(
        new Words(list ? Long.toString(pool.from()) : ""),
        new Words(list ? Long.toString(pool.to()) : ""),
        !list ? none : hidden ? withheld : precision.value(share, "prevalence", answered),
        small ? withheld : around.answered(),
        around.blank(),
        around.notAsked(),
        small ? withheld : around.missing());
  }
}
