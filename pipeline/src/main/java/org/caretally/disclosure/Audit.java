package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.caretally.disclosure.Attacker.Count;

/**
 * Whether every hidden count keeps an interval wide enough: at least 5 for what a rule hides, at
 * least 10 for what is hidden to protect it, and at least 5 for sums of hidden groups that are
 * themselves too small.
 */
final class Audit {
  /** Width that a number hidden by a rule keeps. */
  static final int PRIMARY = 5;

  /** Width that a number hidden to protect another one keeps. */
  static final int SECONDARY = 10;

  private static final double NEARLY = 1e-6;

  /** Several blocks are looked at one by one first, since that costs little. */
  private static final List<Boolean> BOTH = List.of(true, false);

  private static final List<Boolean> ONE = List.of(true);

  private Audit() {}

  /** What an attacker is asked about: hidden places, from each block alone or from all. */
  private record Ask(Attacker attacker, BitSet places, boolean eachBlock) {
    boolean enough(Count count, double width) {
      double nearly = width - NEARLY;
      return width == 0
          || (eachBlock
              ? attacker.eachBlockLeaves(places, count, nearly)
              : attacker.leaves(places, count, nearly));
    }
  }

  /**
   * Returns places that can be found too closely, none when the audit passes.
   *
   * @param first places to look at first
   * @param noPeople places whose number of people is not published; rests need not be among them
   * @param noCases places of which nothing on cases is published; includes the former
   */
  static BitSet exposed(Counted counted, BitSet noPeople, BitSet noCases, BitSet first) {
    BitSet people = withRests(counted, noPeople);
    BitSet cases = withRests(counted, noCases);
    Attacker attacker = new Attacker(counted, people, cases);
    List<BitSet> targets = new ArrayList<>();
    for (int i = cases.nextSetBit(0); i >= 0; i = cases.nextSetBit(i + 1)) {
      BitSet one = new BitSet();
      one.set(i);
      targets.add(one);
    }
    for (Family.Block block : counted.family().blocks()) {
      BitSet hidden = new BitSet();
      block.parts().stream().filter(cases::get).forEach(hidden::set);
      if (!cases.get(block.whole()) && hidden.cardinality() > 1) {
        targets.add(hidden);
      }
    }
    targets.sort(Comparator.comparing(t -> !t.intersects(first)));
    for (boolean blocks : counted.family().blocks().size() > 1 ? BOTH : ONE) {
      for (BitSet target : targets) {
        boolean sum = target.cardinality() > 1;
        int one = target.nextSetBit(0);
        Ask ask = new Ask(attacker, target, blocks);
        if (!wide(counted, ask, sum || people.get(one), sum || counted.family().rest(one))) {
          return target;
        }
      }
    }
    return new BitSet();
  }

  private static BitSet withRests(Counted counted, BitSet hidden) {
    BitSet all = (BitSet) hidden.clone();
    counted.family().blocks().stream().filter(Family.Block::open).forEach(b -> all.set(b.rest()));
    return all;
  }

  /** A rest and a sum matter only where they are too small to be told. */
  private static boolean wide(Counted counted, Ask ask, boolean people, boolean onlySmall) {
    BitSet places = ask.places();
    long n = places.stream().mapToLong(i -> counted.people()[i]).sum();
    long with = places.stream().mapToLong(i -> counted.cases()[i]).sum();
    boolean few = counted.fewPeople(n);
    boolean fewCases = counted.fewCases(n, with);
    if ((onlySmall && !few && !fewCases) || n == 0) {
      return true;
    }
    double peopleWidth = few ? PRIMARY : onlySmall || fewCases ? 0 : SECONDARY;
    double caseWidth = few || fewCases ? PRIMARY : SECONDARY;
    return (!people || ask.enough(Count.PEOPLE, peopleWidth))
        && (!counted.hasCases()
            || (ask.enough(Count.CASES, caseWidth) && ask.enough(Count.OTHERS, caseWidth)));
  }
}
