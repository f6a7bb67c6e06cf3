package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Chooses which further groups to withhold so that the audit passes. What can be found too closely
 * is protected by a group that adds up with it: the cheapest one that ends the matter, else the
 * cheapest, and again. What turns out to be needless is given back, the dearest first. After a
 * number of audits that depends on the number of groups only the whole family is withheld.
 */
final class Complement {
  private final Family family;
  private final List<Integer> byCost;
  private final BinaryOperator<BitSet> exposed;
  private int audits;
  private BitSet last = new BitSet();

  /**
   * Creates a choice.
   *
   * @param byCost places that could be withheld, the cheapest first
   * @param exposed the audit: what is found when some places are withheld, and others are looked at
   *     first
   * @param limit most audits
   */
  Complement(Family family, List<Integer> byCost, BinaryOperator<BitSet> exposed, int limit) {
    this.family = family;
    this.byCost = byCost;
    this.exposed = exposed;
    audits = limit;
  }

  /** Returns the places by what they cost together, ties in the order of the places. */
  static List<Integer> byCost(List<Counted> measures) {
    Counted first = measures.get(0);
    List<Integer> all = new ArrayList<>();
    for (int i = 1; i < first.family().places().size(); i++) {
      int place = i;
      if (measures.stream().anyMatch(m -> m.facts()[place] != null)) {
        all.add(i);
      }
    }
    all.sort(
        Comparator.comparingLong((Integer i) -> measures.stream().mapToLong(m -> m.cost(i)).sum())
            .thenComparing(Comparator.naturalOrder()));
    return all;
  }

  /** Returns all places to withhold, given those that a rule withholds. */
  BitSet withheld(BitSet primary) {
    BitSet hidden = primary;
    List<Integer> added = new ArrayList<>();
    while (!audit(hidden)) {
      List<Integer> partners = partners(hidden);
      if (partners.isEmpty() || audits <= 0) {
        return everything(primary);
      }
      int chosen = partners.get(0);
      BitSet open = last;
      for (int partner : partners) {
        if (audit(with(hidden, partner))) {
          chosen = partner;
          break;
        }
      }
      last = open;
      hidden = with(hidden, chosen);
      added.add(chosen);
    }
    return fewer(hidden, added);
  }

  /** Places not withheld yet that add up with what was found, the cheapest first. */
  private List<Integer> partners(BitSet hidden) {
    BitSet near = new BitSet();
    for (Family.Block block : family.blocks()) {
      if (last.get(block.whole()) || block.parts().stream().anyMatch(last::get)) {
        block.parts().forEach(near::set);
        near.set(block.whole());
      }
    }
    List<Integer> free = byCost.stream().filter(i -> !hidden.get(i)).toList();
    List<Integer> best = free.stream().filter(near::get).toList();
    return best.isEmpty() ? free : best;
  }

  private BitSet fewer(BitSet hidden, List<Integer> added) {
    BitSet fewest = hidden;
    List<Integer> dearest = new ArrayList<>(added);
    dearest.sort(Comparator.comparing((Integer i) -> byCost.indexOf(i)).reversed());
    for (int place : added.size() > 1 ? dearest : List.<Integer>of()) {
      BitSet less = (BitSet) fewest.clone();
      less.clear(place);
      if (audit(less)) {
        fewest = less;
      }
    }
    return fewest;
  }

  private BitSet everything(BitSet primary) {
    BitSet all = (BitSet) primary.clone();
    byCost.forEach(all::set);
    return all;
  }

  private boolean audit(BitSet hidden) {
    if (audits-- <= 0) {
      return false;
    }
    BitSet found = exposed.apply(hidden, last);
    last = found.isEmpty() ? last : found;
    return found.isEmpty();
  }

  private static BitSet with(BitSet hidden, int place) {
    BitSet more = (BitSet) hidden.clone();
    more.set(place);
    return more;
  }
}
