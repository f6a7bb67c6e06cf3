package org.caretally.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.caretally.disclosure.Tally;
import org.caretally.estimate.Cell;
import org.caretally.estimate.Ledger;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;

/**
 * Whether results of waves may be compared. A change is shown only when the same people were meant,
 * they were asked in the same way, and instrument, items, answers, rules and cut-off were the same;
 * otherwise the reason is. What the study file declares counts, and what the waves' own parts of it
 * and their answers show ({@link WaveBreaks}).
 */
public final class Comparability {
  private static final List<String> COLUMNS =
      List.of("from", "wave", "kind", "id", "what", "version", "recall", "comparable", "reason");

  private final Plan plan;
  private final List<String> waves;
  private final Map<List<String>, String> reasons = new HashMap<>();

  private Comparability(Plan plan, List<String> waves) {
    this.plan = plan;
    this.waves = waves;
  }

  /**
   * Compares each wave with the one before.
   *
   * @param ledgers the waves, groups as they are shown
   * @param counts how each wave answered
   * @throws ProblemException if the study names a wave that does not exist
   */
  public static Comparability of(
      Plan plan, SortedMap<String, Ledger> ledgers, Map<String, ScoreCounts> counts) {
    List<String> waves = ledgers.keySet().stream().map(w -> label(plan, w)).toList();
    Comparability all = new Comparability(plan, waves);
    all.checkNames();
    for (int w = 1; w < waves.size(); w++) {
      String from = waves.get(w - 1);
      String to = waves.get(w);
      WaveBreaks breaks = new WaveBreaks(plan, from, to, ledgers, counts);
      breaks.found().forEach((what, why) -> all.reasons.put(List.of(from, to, what), why));
    }
    return all;
  }

  private static String label(Plan plan, String wave) {
    return wave.isEmpty() ? plan.study().wave().label() : wave;
  }

  private void checkNames() {
    List<Problem> problems = new ArrayList<>();
    for (YearsUse.Break one : plan.study().years().breaks()) {
      if (!waves.contains(one.wave())) {
        problems.add(
            Problem.of(
                Code.UNKNOWN_NAME,
                one.place(),
                Paste.quoted(one.wave()) + " in \"not_comparable\" is no wave of this survey",
                "write the label of a wave as it is in the data"));
      } else if (waves.get(0).equals(one.wave())) {
        problems.add(
            Problem.of(
                Code.VALUE_NOT_ALLOWED,
                one.place(),
                Paste.quoted(one.wave()) + " is the first wave, and no change leads to it",
                "name the first wave after the break"));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }

  /** Returns why a result cannot be compared over these waves, oldest first, if so. */
  Optional<String> barred(Measure measure, Cell cell, List<String> span) {
    List<String> names =
        List.of("", measure.scale().split("\\.", 2)[0], measure.scale(), measure.id());
    for (int w = 1; w < span.size(); w++) {
      List<String> all = new ArrayList<>(names);
      if (!cell.equals(Cell.EVERYBODY)) {
        all.add(WaveBreaks.breakdown(cell.domain()));
      }
      for (String name : all) {
        String reason = reasons.get(List.of(span.get(w - 1), span.get(w), name));
        if (reason != null) {
          return Optional.of(reason);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the table for the report; it has no numbers of people. */
  public Tally table() {
    List<Tally.Line> lines = new ArrayList<>();
    for (int w = 1; w < waves.size(); w++) {
      Map<String, String> base = Map.of("from", waves.get(w - 1), "wave", waves.get(w));
      add(lines, base, "survey", "", "The whole survey", "", "");
      for (Plan.Used use : plan.used()) {
        String id = use.instrument().id();
        String name = use.instrument().name();
        add(
            lines,
            base,
            "instrument",
            id,
            name,
            use.instrument().version(),
            use.instrument().recall());
        for (String part : parts(base, id)) {
          add(lines, base, "result", part, name + ", " + part, "", "");
        }
      }
      for (Study.Column column : plan.study().columns().values()) {
        if (column.number().isPresent()) {
          add(lines, base, "number", column.name(), column.label(), "", "");
        }
      }
      for (Study.DomainUse domain : plan.study().domains()) {
        String id = WaveBreaks.breakdown(domain.id());
        add(lines, base, "breakdown", id, domain.label(), "", "");
      }
    }
    return new Tally("comparability", COLUMNS, lines);
  }

  /** Scales and cut-offs of an instrument that have a reason of their own. */
  private Set<String> parts(Map<String, String> base, String instrument) {
    Set<String> parts = new TreeSet<>();
    reasons.keySet().stream()
        .filter(k -> k.get(0).equals(base.get("from")) && k.get(1).equals(base.get("wave")))
        .filter(k -> k.get(2).startsWith(instrument + "."))
        .forEach(k -> parts.add(k.get(2)));
    return parts;
  }

  private void add(
      List<Tally.Line> lines,
      Map<String, String> base,
      String kind,
      String id,
      String what,
      String version,
      String recall) {
    Map<String, String> words = new HashMap<>(base);
    String reason = reasons.getOrDefault(List.of(base.get("from"), base.get("wave"), id), "");
    words.put("kind", kind);
    words.put("id", id);
    words.put("what", what);
    words.put("version", version);
    words.put("recall", recall);
    words.put("comparable", reason.isEmpty() ? "yes" : "no");
    words.put("reason", reason);
    lines.add(new Tally.Line(words, Map.of()));
  }
}
