package org.caretally.disclosure;

import java.util.BitSet;
import org.caretally.disclosure.Legible.Span;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What somebody who holds the whole report can find out about numbers that are not in it.
 *
 * <p>Estimand: the smallest and the largest value of a hidden count that agree with everything
 * published. Every hidden group has two unknowns, cases and people who are none, both at least
 * zero; their sum is the number of people, which for a group withheld as too small is at most one
 * less than the smallest that is shown. Groups that make up a larger one add up to it. The two ends
 * of the interval are two linear programmes. Reference: Fischetti and Salazar (2001), Operations
 * Research 49(5), doi:10.1287/opre.49.5.692.10607.
 */
final class Attacker {
  /** What is asked for. */
  enum Count {
    PEOPLE,
    CASES,
    OTHERS
  }

  private final Counted counted;
  private final BitSet noPeople;
  private final BitSet noCases;

  /**
   * Creates an attacker.
   *
   * @param noPeople places whose number of people is not published
   * @param noCases places of which nothing on cases is published either
   */
  Attacker(Counted counted, BitSet noPeople, BitSet noCases) {
    this.counted = counted;
    this.noPeople = noPeople;
    this.noCases = noCases;
  }

  /**
   * Returns whether each block alone leaves the interval of a sum over hidden places so wide. Where
   * there is one block this is the answer; where there are several it costs little and may already
   * say no.
   */
  boolean eachBlockLeaves(BitSet places, Count count, double width) {
    for (int b = 0; b < counted.family().blocks().size(); b++) {
      Family.Block block = counted.family().blocks().get(b);
      boolean told = !noCases.get(block.whole());
      if (told && places.stream().allMatch(i -> block.parts().contains(i))) {
        if (single(b, places, count).width() < width) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns whether all that is known leaves the interval of a sum so wide. */
  boolean leaves(BitSet places, Count count, double width) {
    if (counted.family().blocks().size() == 1) {
      return eachBlockLeaves(places, count, width);
    }
    // the truth lies between the ends, so one end may be enough
    double truth = truth(places, count);
    double low = end(places, count, true);
    return truth - low >= width || end(places, count, false) - low >= width;
  }

  /** Returns the interval of a sum over hidden places. */
  Span range(BitSet places, Count count) {
    return new Span(end(places, count, true), end(places, count, false));
  }

  /** Returns the interval that a single block leaves, for which there is a formula. */
  Span single(int block, BitSet places, Count count) {
    Span all = left(block, true);
    Span with = counted.hasCases() ? left(block, false) : new Span(0, all.high());
    Span own = people(places);
    BitSet rest = new BitSet();
    counted.family().blocks().get(block).parts().forEach(rest::set);
    rest.and(noCases);
    rest.andNot(places);
    Span other = people(rest);
    double least = Math.max(own.low(), all.low() - other.high());
    double most = Math.min(own.high(), all.high() - other.low());
    return switch (count) {
      case PEOPLE -> new Span(least, most);
      case CASES ->
          new Span(
              Math.max(0, with.low() - Math.min(other.high(), all.high() - least)),
              Math.min(most, with.high()));
      case OTHERS ->
          new Span(
              Math.max(0, least - with.high()),
              Math.min(most - Math.max(0, with.low() - other.high()), all.high() - with.low()));
    };
  }

  private Span people(BitSet places) {
    double low = 0;
    double high = 0;
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      low += people(i).low();
      high += people(i).high();
    }
    return new Span(low, high);
  }

  private double end(BitSet places, Count count, boolean low) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    int size = counted.family().places().size();
    Variable[] cases = new Variable[size];
    Variable[] others = new Variable[size];
    for (int i = noCases.nextSetBit(0); i >= 0; i = noCases.nextSetBit(i + 1)) {
      cases[i] = model.newVariable("c" + i).lower(0);
      others[i] = model.newVariable("o" + i).lower(0);
      Span people = people(i);
      model
          .newExpression("n" + i)
          .set(cases[i], 1)
          .set(others[i], 1)
          .lower(people.low())
          .upper(people.high());
    }
    for (int b = 0; b < counted.family().blocks().size(); b++) {
      sum(model, "p" + b, b, cases, others);
      if (counted.hasCases()) {
        sum(model, "c" + b, b, cases, null);
      }
    }
    Expression goal = model.newExpression("goal").weight(1);
    for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
      if (count != Count.OTHERS) {
        goal.set(cases[i], 1);
      }
      if (count != Count.CASES) {
        goal.set(others[i], 1);
      }
    }
    Optimisation.Result result = low ? model.minimise() : model.maximise();
    if (result.getState().isOptimal()) {
      return result.getValue();
    }
    // what cannot be solved counts as known, so that more is withheld
    return truth(places, count);
  }

  private double truth(BitSet places, Count count) {
    return places.stream()
        .mapToDouble(
            i ->
                switch (count) {
                  case PEOPLE -> counted.people()[i];
                  case CASES -> counted.cases()[i];
                  case OTHERS -> counted.people()[i] - counted.cases()[i];
                })
        .sum();
  }

  private Span people(int place) {
    long n = counted.people()[place];
    if (!noPeople.get(place)) {
      return Legible.people(n);
    }
    boolean few = n < counted.fewest() && !counted.family().rest(place);
    return new Span(0, few ? counted.fewest() - 1 : counted.people()[0]);
  }

  /** The hidden parts of a block, less the whole where that is hidden, make up what is left. */
  private void sum(
      ExpressionsBasedModel model, String name, int at, Variable[] cases, Variable[] others) {
    Family.Block block = counted.family().blocks().get(at);
    Expression sum = model.newExpression(name);
    block.parts().stream().filter(noCases::get).forEach(part -> set(sum, part, 1, cases, others));
    if (noCases.get(block.whole())) {
      set(sum, block.whole(), -1, cases, others);
    }
    Span left = left(at, others != null);
    sum.lower(left.low()).upper(left.high());
  }

  /** What is known of a whole less what is known of its parts. */
  private Span left(int at, boolean people) {
    Family.Block block = counted.family().blocks().get(at);
    Span whole = noCases.get(block.whole()) ? Span.exactly(0) : known(block.whole(), people);
    double low = whole.low();
    double high = whole.high();
    for (int part : block.parts()) {
      if (!noCases.get(part)) {
        Span known = known(part, people);
        low -= known.high();
        high -= known.low();
      }
    }
    return new Span(low, high);
  }

  private static void set(
      Expression sum, int place, int sign, Variable[] cases, Variable[] others) {
    sum.set(cases[place], sign);
    if (others != null) {
      sum.set(others[place], sign);
    }
  }

  /** Everybody counts as known exactly, so that breakdowns tell nothing more about each other. */
  private Span known(int place, boolean people) {
    if (place == 0) {
      return Span.exactly(people ? counted.people()[0] : counted.cases()[0]);
    }
    return people
        ? Legible.people(counted.people()[place])
        : Legible.cases(counted.facts()[place].estimate());
  }
}
