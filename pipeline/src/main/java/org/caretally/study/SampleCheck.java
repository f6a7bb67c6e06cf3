package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.caretally.design.LonelyPsu;
import org.caretally.design.Stratum;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Ledger;
import org.caretally.intake.Flow;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;

/**
 * Checks of the sample as a whole, possible only when all rows are read. Names no stratum: its name
 * is a value of the data.
 */
public final class SampleCheck {
  private SampleCheck() {}

  /** Returns everything that keeps a sample from being estimated. */
  public static List<Problem> of(Plan plan, SortedMap<String, Ledger> ledgers, Flow flow) {
    if (!flow.balanced()) {
      throw new IllegalStateException("rows are not accounted for");
    }
    List<Problem> problems = new ArrayList<>();
    Place place = Place.in(plan.study().file().getFileName().toString());
    long people = 0;
    for (Ledger ledger : ledgers.values()) {
      people += ledger.people(Cell.EVERYBODY);
      lonely(plan, ledger, place, problems);
      finite(ledger, place, problems);
    }
    if (people == 0) {
      problems.add(
          Problem.of(
              Code.NOBODY_LEFT,
              place,
              "nobody is left in the analysis population",
              "look at the conditions under analysis and at the missing codes"));
    }
    return problems.stream().distinct().toList();
  }

  private static void lonely(Plan plan, Ledger ledger, Place place, List<Problem> problems) {
    if (plan.coding().design().lonely() != LonelyPsu.FAIL) {
      return;
    }
    SortedMap<Stratum, Long> psus = ledger.psus();
    long alone = psus.values().stream().filter(n -> n == 1).count();
    if (alone > 0) {
      problems.add(
          new Problem(
              Code.LONELY_PSU,
              place,
              alone
                  + " of "
                  + psus.size()
                  + " strata have a single PSU, so their variance is unknown",
              "at least two PSUs in every stratum",
              "",
              "join small strata, or choose lonely_psu: adjust (cautious), average, remove or certainty"));
    }
  }

  private static void finite(Ledger ledger, Place place, List<Problem> problems) {
    SortedMap<Stratum, Long> psus = ledger.psus();
    long wrong = 0;
    for (Map.Entry<Stratum, Set<String>> entry : ledger.finitePopulations().entrySet()) {
      wrong += fits(entry.getValue(), psus.get(entry.getKey())) ? 0 : 1;
    }
    if (wrong > 0) {
      problems.add(
          new Problem(
              Code.FPC_INVALID,
              place,
              "the finite population of " + wrong + " strata is not one number that fits its PSUs",
              "the same number in every row of a stratum: PSUs in the population, or a fraction below 1",
              "",
              "correct the fpc column, or leave fpc out"));
    }
  }

  private static boolean fits(Set<String> texts, long psus) {
    if (texts.size() != 1) {
      return false;
    }
    try {
      double number = Double.parseDouble(texts.iterator().next());
      return number > 0 && (number < 1 || number >= psus);
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
