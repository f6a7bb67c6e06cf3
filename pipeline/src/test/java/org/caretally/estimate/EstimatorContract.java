package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caretally.codebook.Direction;
import org.caretally.codebook.Missing;
import org.caretally.codebook.Variable;
import org.caretally.design.Design;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.design.Weight;
import org.junit.jupiter.api.Test;

/** What every smooth estimator must keep: its gradient, and the laws of the ledger. */
abstract class EstimatorContract {
  static final long SEED = 7L;
  static final Variable X = Variable.number("x", "x", 1, 0, 27, Direction.WORSE);
  static final Variable Y = Variable.number("y", "y", 60, 0, 6000, Direction.BETTER);
  static final Variable CASE = Variable.yesNo("c", "c", Direction.WORSE);
  private static final Cell GROUP = new Cell("group", "a");
  private static final Cell EMPTY = new Cell("group", "nobody");

  record Person(String stratum, String psu, long weight, boolean inGroup, long[] row) {}

  /** The estimator under test: rows hold x, y and a case. */
  abstract SmoothEstimator estimator();

  static List<Person> people(long seed) {
    Random random = new Random(seed);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      long x = random.nextInt(28);
      long y = Math.max(0, Math.min(6000, 100 * x + random.nextInt(2000)));
      long[] row = {
        random.nextInt(20) == 0 ? Missing.MARK : x,
        random.nextInt(20) == 0 ? Missing.MARK : y,
        random.nextInt(20) == 0 ? Missing.MARK : random.nextInt(3) / 2
      };
      int unit = random.nextInt(20);
      long weight = Weight.ONE / 2 + random.nextInt(1 << 30);
      people.add(new Person("s" + unit % 4, "p" + unit, weight, random.nextInt(3) == 0, row));
    }
    return people;
  }

  Layout layout(boolean persons) {
    Map<Cell, List<Estimator>> wanted = new LinkedHashMap<>();
    wanted.put(Cell.EVERYBODY, List.of(estimator()));
    wanted.put(GROUP, List.of(estimator()));
    wanted.put(EMPTY, List.of(estimator()));
    return new Layout(wanted, persons);
  }

  static Ledger ledger(Layout layout, List<Person> people, long factor) {
    Ledger ledger = new Ledger(layout);
    for (Person p : people) {
      int[] cells = p.inGroup ? new int[] {0, 1} : new int[] {0};
      ledger.add(new Stratum(p.stratum), p.psu, "", p.weight * factor, cells, p.row);
    }
    return ledger;
  }

  private Estimate of(Ledger ledger, Cell cell, boolean persons) {
    Design design = new Design(true, true, !persons, false, LonelyPsu.FAIL);
    return estimator().estimate(ledger.sampling(design).of(cell, estimator()));
  }

  @Test
  void gradientIsTheNumericDerivative() {
    Design design = new Design(true, true, true, false, LonelyPsu.FAIL);
    Ledger ledger = ledger(layout(false), people(SEED), 1);
    double[] totals = ledger.sampling(design).of(GROUP, estimator()).totals();
    double[] gradient = estimator().at(totals).gradient();
    double size = Math.abs(totals[0]);
    for (int i = 0; i < totals.length; i++) {
      double step = 1e-6 * Math.max(size, Math.abs(totals[i]));
      double[] up = totals.clone();
      double[] down = totals.clone();
      up[i] += step;
      down[i] -= step;
      double slope = (estimator().at(up).value() - estimator().at(down).value()) / (2 * step);
      assertEquals(slope, gradient[i], 1e-6 * Math.abs(slope) + 1e-12 / size, "term " + i);
    }
  }

  @Test
  void splitMergeAndOrderChangeNoBit() {
    for (boolean persons : new boolean[] {false, true}) {
      Layout layout = layout(persons);
      List<Person> people = people(SEED);
      Ledger whole = ledger(layout, people, 1);
      List<Person> shuffled = new ArrayList<>(people);
      Collections.shuffle(shuffled, new Random(SEED));
      Ledger merged =
          ledger(layout, shuffled.subList(250, 400), 1)
              .merge(ledger(layout, shuffled.subList(0, 250), 1))
              .merge(new Ledger(layout));
      assertEquals(whole, merged);
      for (Cell cell : List.of(Cell.EVERYBODY, GROUP)) {
        assertEquals(of(whole, cell, persons), of(merged, cell, persons));
      }
    }
  }

  @Test
  void theScaleOfTheWeightsDoesNotMatter() {
    Layout layout = layout(false);
    Estimate once = of(ledger(layout, people(SEED), 1), GROUP, false);
    Estimate thousandfold = of(ledger(layout, people(SEED), 1024), GROUP, false);
    assertEquals(once.value(), thousandfold.value(), 1e-14 * Math.abs(once.value()));
    assertEquals(once.standardError(), thousandfold.standardError(), 1e-12 * once.standardError());
  }

  @Test
  void nobodyGivesNoNumberAndNoException() {
    Estimate nothing = of(ledger(layout(false), people(SEED), 1), EMPTY, false);
    assertTrue(Double.isNaN(nothing.value()));
    assertEquals(0, nothing.n());
    assertEquals(Reliability.Grade.SUPPRESS, nothing.reliability().grade());
  }

  /** A PSU without members of the domain counts: dropping it changes the standard error. */
  @Test
  void unitsOutsideTheDomainCount() {
    Layout layout = layout(false);
    List<Person> people = people(SEED);
    Ledger before = ledger(layout, people, 1);
    List<Person> more = new ArrayList<>(people);
    more.add(new Person("s0", "far", Weight.ONE, false, new long[] {1, 60, 0}));
    Ledger after = ledger(layout, more, 1);
    Estimate a = of(before, GROUP, false);
    Estimate b = of(after, GROUP, false);
    assertEquals(a.value(), b.value());
    assertEquals(a.df(), b.df());
    assertTrue(Math.abs(a.standardError() - b.standardError()) > 1e-9 * a.standardError());
  }
}
