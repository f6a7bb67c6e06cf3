package org.caretally.disclosure;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The audit of one wave's estimates: first how many people there are in groups, with one mask for
 * all measures; then for every measure how many of them are a case, how many are none, and what
 * scores add up to.
 */
final class WaveAudit {
  /** One person's range of scores counts as much as two widths. */
  private static final double RANGE = 2.0 * Unknown.PRIMARY_WIDTH;

  private final Profile profile;
  private final Ties ties;
  private final boolean weighted;
  private final HeadcountAudit headcounts;
  private final Map<String, Map<Group, Counted>> measures = new LinkedHashMap<>();
  private final Set<Group> masked = new HashSet<>();
  private final Set<Integer> added = new ConcurrentSkipListSet<>();
  private final Work work = new Work();
  private final AtomicInteger puzzles = new AtomicInteger();
  private final AtomicInteger guarded = new AtomicInteger();

  WaveAudit(Profile profile, Release release, String wave) {
    this.profile = profile;
    ties = Ties.of(release.margins());
    weighted = release.weighted();
    headcounts = new HeadcountAudit(release.margins(), release.headcounts().of(wave));
  }

  void add(int at, Fact fact, boolean hidden) {
    measures
        .computeIfAbsent(fact.words().getOrDefault("measure", ""), m -> new LinkedHashMap<>())
        .put(Group.of(fact), new Counted(at, fact, hidden, profile));
  }

  /** Decides; afterwards {@link #added} and {@link #masked} hold what is hidden besides. */
  void run() {
    mask();
    people();
    // no two measures share a number, so that their order cannot change anything
    measures.values().parallelStream().forEach(this::measure);
  }

  private void measure(Map<Group, Counted> rows) {
    if (rows.values().stream().anyMatch(Counted::ofCases)) {
      // hiding cases may need partners among those who are none, so both are repeated
      long before;
      do {
        before = hidden(rows);
        counts(rows, true);
        counts(rows, false);
        weighed(rows, new WeighedShare(true));
        weighed(rows, new WeighedShare(false));
      } while (hidden(rows) > before);
    } else if (!weighted) {
      rows.values()
          .iterator()
          .next()
          .range()
          .ifPresent(r -> sums(rows, r[0], RANGE / (r[1] - r[0])));
    } else {
      rows.values()
          .iterator()
          .next()
          .range()
          .ifPresent(r -> means(rows, new WeighedMean(r[0], RANGE / (r[1] - r[0]), RANGE)));
    }
  }

  private void means(Map<Group, Counted> rows, WeighedMean mean) {
    long before;
    do {
      before = hidden(rows);
      weighed(rows, mean);
    } while (hidden(rows) > before);
  }

  private void weighed(Map<Group, Counted> rows, HeadcountAudit.Weighed what) {
    headcounts.hide(rows, this::hidden, what).forEach(g -> hide(rows.get(g)));
  }

  private long hidden(Map<Group, Counted> rows) {
    return rows.values().stream().filter(this::hidden).count();
  }

  /** Returns positions of facts that must be hidden for the sake of others. */
  Set<Integer> added() {
    return added;
  }

  /** Returns groups of which nothing is shown. */
  Set<Group> masked() {
    return masked;
  }

  /** Returns what the search took. */
  Work work() {
    return work;
  }

  /** Returns how many systems of sums were solved. */
  int puzzles() {
    return puzzles.get();
  }

  /** Returns how many hidden counts were attacked in them. */
  int guarded() {
    return guarded.get();
  }

  private static long everybody(Map<Group, Counted> rows) {
    Counted all = rows.get(Group.EVERYBODY);
    return all == null ? 0 : all.n();
  }

  /** What most people answered decides on groups; what few were asked decides for itself. */
  private boolean main(Map<Group, Counted> rows) {
    long largest = measures.values().stream().mapToLong(WaveAudit::everybody).max().orElse(0);
    return 2 * everybody(rows) >= largest;
  }

  private void mask() {
    for (Map<Group, Counted> rows : measures.values()) {
      if (main(rows)) {
        rows.forEach((g, row) -> maskSmall(g, row));
      }
    }
    mark();
  }

  private void maskSmall(Group group, Counted row) {
    if (row.n() < profile.k() && !group.equals(Group.EVERYBODY)) {
      masked.add(group);
    }
  }

  private void mark() {
    measures.values().forEach(rows -> masked.forEach(g -> hide(rows.get(g))));
  }

  private void hide(Counted row) {
    if (row != null && !row.hidden()) {
      added.add(row.at());
    }
  }

  private boolean hidden(Counted row) {
    return row.hidden() || added.contains(row.at());
  }

  private void people() {
    int before;
    do {
      before = masked.size() + added.size();
      for (Map<Group, Counted> rows : measures.values()) {
        boolean main = main(rows);
        for (Group group : partners(bases(rows, main))) {
          if (main && !group.equals(Group.EVERYBODY)) {
            masked.add(group);
          } else {
            hide(rows.get(group));
          }
        }
        mark();
      }
    } while (masked.size() + added.size() > before);
  }

  private List<Group> partners(PuzzleMaker maker) {
    Puzzle puzzle = maker.puzzle();
    puzzles.incrementAndGet();
    for (int i = 0; i < puzzle.cells().size(); i++) {
      guarded.addAndGet(puzzle.hidden(i) && puzzle.cell(i).primary() ? 1 : 0);
    }
    List<Group> partners = maker.partners();
    work.add(puzzle.work());
    return partners;
  }

  private PuzzleMaker bases(Map<Group, Counted> rows, boolean main) {
    long all = Math.max(everybody(rows), profile.k());
    return new PuzzleMaker(
        ties,
        g -> Optional.ofNullable(rows.get(g)).map(r -> r.people(all)),
        // the base of a hidden row can be read off another measure of the same people
        g -> masked.contains(g) || rows.get(g).few() || (!main && hidden(rows.get(g))),
        (margin, left) -> rest(margin, left, left, left < profile.k()));
  }

  private void counts(Map<Group, Counted> rows, boolean cases) {
    PuzzleMaker maker =
        new PuzzleMaker(
            ties,
            g -> Optional.ofNullable(rows.get(g)).map(r -> r.count(cases)),
            g -> hidden(rows.get(g)),
            (margin, left) -> {
              long fewest = rows.get(margin.whole()).fewestCases();
              double people = outside(rows, margin);
              return people >= profile.k() && left < fewest
                  ? Optional.of(new Unknown(name(margin), left, 0, people, people, fewest - 1, -1))
                  : rest(margin, left, people, people < profile.k());
            });
    partners(maker).forEach(g -> hide(rows.get(g)));
  }

  private void sums(Map<Group, Counted> rows, double low, double scale) {
    PuzzleMaker maker =
        new PuzzleMaker(
            ties,
            g ->
                Optional.ofNullable(rows.get(g))
                    .filter(r -> r.n() > 0)
                    .map(r -> r.sum(low, scale, RANGE)),
            g -> hidden(rows.get(g)),
            (margin, left) -> {
              double people = outside(rows, margin);
              return rest(margin, left, people, people < profile.k()).map(this::scores);
            });
    partners(maker).forEach(g -> hide(rows.get(g)));
  }

  /** People of the whole who are in no part of a margin. */
  private static double outside(Map<Group, Counted> rows, Margin margin) {
    long people = rows.get(margin.whole()).n();
    for (Group part : margin.parts()) {
      people -= rows.containsKey(part) ? rows.get(part).n() : 0;
    }
    return people;
  }

  private static String name(Margin margin) {
    return margin.parts().get(0).domain() + "\u0000\u0000rest of " + margin.whole().level();
  }

  /** Those in no level of a breakdown are a group too, although none that is ever shown. */
  private Optional<Unknown> rest(Margin margin, double value, double people, boolean few) {
    double most = few ? profile.k() - 1 : people;
    return people <= 0
        ? Optional.empty()
        : Optional.of(new Unknown(name(margin), value, 0, most, most, few ? most : -1, -1));
  }

  private Unknown scores(Unknown people) {
    double most = people.most() * RANGE;
    double rule = people.primary() ? most : -1;
    return new Unknown(people.name(), people.value(), 0, most, most, rule, -1);
  }
}
