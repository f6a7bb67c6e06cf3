package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.caretally.instrument.ItemChecks;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;

/**
 * What the answers of all people together say about the way they were exported: shifted codes,
 * items that run the wrong way, a score among the items, one answer in two spellings.
 */
public final class AnswerCheck {
  private static final int NAMED = 6;

  private AnswerCheck() {}

  /**
   * Returns what was found, errors first, in the order of the study file.
   *
   * @param checks for each instrument what its answers look like
   * @param spelled slots in which some answer is written in more than one way
   */
  public static List<Problem> of(Plan plan, List<ItemChecks> checks, List<Integer> spelled) {
    List<Problem> problems = new ArrayList<>();
    List<Scored> scored = plan.coding().scored();
    for (int i = 0; i < checks.size(); i++) {
      Place place = place(plan, scored.get(i).instrument());
      List<String> columns =
          scored.get(i).slots().stream().map(s -> plan.coding().slots().get(s).name()).toList();
      problems.addAll(checks.get(i).findings(scored.get(i).instrument(), columns, place));
      spellings(plan, scored.get(i), spelled, place, problems);
    }
    List<Problem> sorted = new ArrayList<>();
    problems.stream().filter(p -> !p.code().warning()).forEach(sorted::add);
    problems.stream().filter(p -> p.code().warning()).forEach(sorted::add);
    return sorted;
  }

  private static Place place(Plan plan, String instrument) {
    return plan.study().instruments().stream()
        .filter(u -> u.id().equals(instrument))
        .map(Study.InstrumentUse::place)
        .findFirst()
        .orElseThrow();
  }

  private static void spellings(
      Plan plan, Scored scored, List<Integer> spelled, Place place, List<Problem> problems) {
    List<String> columns =
        scored.slots().stream()
            .filter(spelled::contains)
            .map(s -> plan.coding().slots().get(s).name())
            .toList();
    if (columns.isEmpty()) {
      return;
    }
    String names = columns.stream().limit(NAMED).collect(Collectors.joining(", "));
    problems.add(
        Problem.of(
            Code.SPELLINGS,
            place,
            scored.instrument()
                + ": the same answer is written in more than one way in "
                + columns.size()
                + (columns.size() == 1 ? " column (" : " columns (")
                + names
                + (columns.size() > NAMED ? " …)" : ")")
                + "; all of them were read as the same answer",
            "check that the export does not mix languages, or numbers with labels"));
  }
}
