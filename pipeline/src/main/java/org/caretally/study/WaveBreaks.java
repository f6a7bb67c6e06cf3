package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Ledger;
import org.caretally.instrument.ItemCounts;

/**
 * What differs between two waves so that their results cannot be compared: what the study file
 * declares, what it says differently of each wave, and what the answers show. An item that nobody
 * answered in one wave was not asked there. An answer that one in twenty or more gave in one wave
 * and nobody of two hundred or more in the other was not offered there: by chance that happens less
 * than once in 28,000 items.
 */
final class WaveBreaks {
  private static final long ENOUGH = 200;
  private static final int USUAL = 20;

  private final Plan plan;
  private final String from;
  private final String to;
  private final Map<String, String> found = new LinkedHashMap<>();

  WaveBreaks(
      Plan plan,
      String from,
      String to,
      SortedMap<String, Ledger> ledgers,
      Map<String, ScoreCounts> counts) {
    this.plan = plan;
    this.from = from;
    this.to = to;
    declared();
    study(from).ifPresent(before -> study(to).ifPresent(after -> written(before, after)));
    if (counts.containsKey(from) && counts.containsKey(to)) {
      answers(counts.get(from).items(), counts.get(to).items());
    }
    levels(ledgers.get(from), ledgers.get(to));
  }

  /** Returns the name under which a breakdown has its reason. */
  static String breakdown(String domain) {
    return "breakdown " + domain;
  }

  /** Returns reasons by what they are about: an instrument, a scale, a variable; "" for all. */
  Map<String, String> found() {
    return found;
  }

  private Optional<Study> study(String wave) {
    return plan.waves().stream()
        .map(Plan::study)
        .filter(s -> s.wave().own() && s.wave().label().equals(wave))
        .findFirst();
  }

  private void declared() {
    for (YearsUse.Break one : plan.study().years().breaks()) {
      if (one.wave().equals(to)) {
        found.putIfAbsent(one.what().orElse(""), one.reason());
      }
    }
  }

  /** What the study file says differently of the two waves. */
  private void written(Study before, Study after) {
    if (!before.about().population().equals(after.about().population())) {
      found.putIfAbsent("", "other people were asked: the population changed");
    }
    if (!before.years().mode().equals(after.years().mode())) {
      found.putIfAbsent("", "people answered in another way: the mode changed");
    }
    for (Study study : List.of(before, after)) {
      for (String name : study.years().notAsked()) {
        found.putIfAbsent(name, "not asked in " + study.wave().label());
      }
    }
    for (int i = 0; i < after.instruments().size(); i++) {
      instrument(before.instruments().get(i), after.instruments().get(i));
    }
  }

  private void instrument(Study.InstrumentUse before, Study.InstrumentUse after) {
    if (!before.variant().equals(after.variant())) {
      found.putIfAbsent(after.id(), "another variant of the instrument was used");
    }
    if (!before.maxMissing().equals(after.maxMissing()) || before.rounding() != after.rounding()) {
      found.putIfAbsent(after.id(), "scores were made by another rule for missing answers");
    }
    Map<String, String> all = new LinkedHashMap<>(before.cutoffs());
    all.putAll(after.cutoffs());
    for (String cutoff : all.keySet()) {
      if (!after.cutoffs().getOrDefault(cutoff, "").equals(before.cutoffs().get(cutoff))) {
        found.putIfAbsent(after.id() + "." + cutoff, "the cut-off changed");
      }
    }
  }

  /** What the answers to items show. */
  private void answers(List<ItemCounts> before, List<ItemCounts> after) {
    for (int i = 0; i < after.size(); i++) {
      String id = plan.coding().scored().get(i).instrument();
      Optional<String> reason = answers(before.get(i), after.get(i));
      reason.ifPresent(r -> found.putIfAbsent(id, r));
    }
  }

  private Optional<String> answers(ItemCounts before, ItemCounts after) {
    List<String> items = new ArrayList<>();
    List<String> offered = new ArrayList<>();
    String where = "";
    for (int c = 0; c < after.columns(); c++) {
      long was = answered(before, c);
      long is = answered(after, c);
      if (was == 0 ^ is == 0) {
        items.add(Integer.toString(c + 1));
        where = was == 0 ? from : to;
      } else if (differ(before.counts(c), after.counts(c))) {
        offered.add(Integer.toString(c + 1));
      }
    }
    if (items.size() == after.columns()) {
      return Optional.of("not asked in " + where);
    }
    if (!items.isEmpty()) {
      return Optional.of("other items were asked: " + named(items) + " not in " + where);
    }
    return offered.isEmpty()
        ? Optional.empty()
        : Optional.of("other answers were offered to " + named(offered));
  }

  private static String named(List<String> items) {
    return (items.size() == 1 ? "item " : "items ") + String.join(", ", items);
  }

  private static long answered(ItemCounts counts, int column) {
    long asked = counts.people() - counts.blank(column) - counts.notAsked(column);
    return Math.max(0, asked);
  }

  private static boolean differ(List<Long> before, List<Long> after) {
    long was = before.stream().mapToLong(n -> n).sum();
    long is = after.stream().mapToLong(n -> n).sum();
    for (int i = 0; i < after.size(); i++) {
      if (absent(before.get(i), was, after.get(i), is)
          || absent(after.get(i), is, before.get(i), was)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nobody of many gave what is usual in the other wave. */
  private static boolean absent(long here, long all, long there, long others) {
    return here == 0 && all >= ENOUGH && there > 0 && there * USUAL >= others;
  }

  /** Levels of breakdowns that only one of the waves has. */
  private void levels(Ledger before, Ledger after) {
    for (List<Cell> cells : Contrast.domains(plan).values()) {
      List<Long> was = cells.stream().map(before::people).toList();
      List<Long> is = cells.stream().map(after::people).toList();
      if (differ(was, is)) {
        String names =
            cells.stream()
                .filter(c -> before.people(c) == 0 ^ after.people(c) == 0)
                .map(c -> plan.cells().get(c).levelLabel())
                .collect(Collectors.joining(", "));
        found.putIfAbsent(
            breakdown(cells.get(0).domain()),
            "other answers were offered: " + names + " in one of the waves only");
      }
    }
  }
}
