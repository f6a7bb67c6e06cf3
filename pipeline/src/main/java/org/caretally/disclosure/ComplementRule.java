package org.caretally.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One mask for every breakdown, and no number that could be found by subtraction.
 *
 * <p>A group whose smallest base among the measures is too small is withheld for all of them, and
 * so are the groups that protect it. Then each measure withholds what its own base and its cases
 * ask for. Every choice is audited against all that is published about the same people.
 */
record ComplementRule(Profile profile, List<Inside> inside) implements Rule {
  /** Audits for each group of a family, after which the whole family is withheld. */
  private static final int AUDITS = 12;

  @Override
  public Withheld.Mark mark() {
    return Withheld.Mark.CONFIDENTIAL;
  }

  @Override
  public Set<Integer> withhold(List<Fact> all, Set<Integer> withheld) {
    Linked linked = new Linked(all);
    // each family and wave is a matter of its own, so the order in which they are made is free
    return linked.families(inside).stream()
        .flatMap(f -> linked.waves().stream().map(w -> linked.series(w, f, profile)))
        .toList()
        .parallelStream()
        .flatMap(series -> family(series).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<Integer> family(List<Linked.Series> series) {
    BitSet mask = mask(series.stream().map(Linked.Series::counted).toList());
    Set<Integer> hidden = new TreeSet<>();
    for (Linked.Series one : series) {
      measure(one.counted(), mask).stream()
          .filter(i -> one.at()[i] >= 0)
          .forEach(i -> hidden.add(one.at()[i]));
    }
    return hidden;
  }

  /** The places withheld for every measure that at least half of the people were asked. */
  private static BitSet mask(List<Counted> measures) {
    long most = measures.stream().mapToLong(m -> m.people()[0]).max().orElse(0);
    Map<String, Counted> asked = new LinkedHashMap<>();
    for (Counted one : measures) {
      if (2 * one.people()[0] >= most) {
        asked.putIfAbsent(one.fewest() + Arrays.toString(one.people()), one.withoutCases());
      }
    }
    BitSet few = new BitSet();
    asked.values().forEach(m -> few.or(m.few()));
    return choose(List.copyOf(asked.values()), few);
  }

  private static BitSet choose(List<Counted> measures, BitSet few) {
    if (measures.isEmpty()) {
      return few;
    }
    return new Complement(
            measures.get(0).family(),
            Complement.byCost(measures),
            (hidden, first) ->
                measures.stream()
                    .map(m -> Audit.exposed(m, hidden, hidden, first))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElseGet(BitSet::new),
            AUDITS * measures.get(0).people().length)
        .withheld(few);
  }

  private static BitSet measure(Counted measure, BitSet mask) {
    BitSet own = measure.few();
    own.or(mask);
    BitSet people = own.equals(mask) ? mask : choose(List.of(measure.withoutCases()), own);
    if (!measure.hasCases()) {
      return people;
    }
    BitSet primary = measure.fewCases();
    primary.or(people);
    return new Complement(
            measure.family(),
            Complement.byCost(List.of(measure)),
            (hidden, first) -> Audit.exposed(measure, people, hidden, first),
            AUDITS * measure.people().length)
        .withheld(primary);
  }
}
