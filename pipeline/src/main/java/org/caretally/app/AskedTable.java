package org.caretally.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.caretally.disclosure.Tally;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Item;
import org.caretally.instrument.Responses;
import org.caretally.study.Plan;
import org.caretally.study.Study;

/**
 * Who was asked in each wave, how, and with which form of each instrument: what a comparison with
 * another report must know. It has words only; an instrument that a wave did not ask has no row.
 */
final class AskedTable {
  private static final long FEW = 12;
  private static final List<String> COLUMNS =
      List.of(
          "wave",
          "kind",
          "id",
          "what",
          "population",
          "analysis",
          "mode",
          "version",
          "variant",
          "items",
          "answers",
          "recall",
          "missing_rule",
          "changes",
          "cutoffs");

  private AskedTable() {}

  /** Returns the table for waves of these labels, oldest first. */
  static Tally of(Plan plan, List<String> waves) {
    Map<String, Plan> own =
        plan.waves().stream()
            .filter(p -> p.study().wave().own())
            .collect(Collectors.toMap(p -> p.study().wave().label(), p -> p));
    List<Tally.Line> lines = new ArrayList<>();
    for (String wave : waves) {
      Plan of = own.getOrDefault(wave, plan);
      Study study = of.study();
      Map<String, String> all = new HashMap<>();
      all.put("wave", wave);
      all.put("kind", "survey");
      all.put("what", "The whole survey");
      all.put("population", study.about().population());
      all.put("analysis", study.analysis().label());
      all.put("mode", study.years().mode());
      lines.add(new Tally.Line(all, Map.of()));
      Set<String> notAsked = study.years().notAsked();
      of.used().stream()
          .filter(u -> !notAsked.contains(u.instrument().id()))
          .forEach(u -> lines.add(new Tally.Line(instrument(wave, study, u), Map.of())));
    }
    return new Tally("asked", COLUMNS, lines);
  }

  private static Map<String, String> instrument(String wave, Study study, Plan.Used use) {
    Map<String, String> told = InstrumentWords.of(use);
    Map<String, String> words = new HashMap<>();
    words.put("wave", wave);
    words.put("kind", "instrument");
    words.put("id", use.instrument().id());
    words.put("what", use.instrument().name());
    words.put("variant", variant(study, use.instrument().id()));
    words.put("answers", answers(use.instrument()));
    for (String same : List.of("version", "items", "recall", "missing_rule", "changes")) {
      words.put(same, told.get(same));
    }
    words.put(
        "cutoffs",
        use.scales().stream()
            .flatMap(s -> s.cutoffs().stream())
            .map(c -> c.id() + " " + c.label())
            .collect(Collectors.joining("; ")));
    return words;
  }

  private static String variant(Study study, String id) {
    return study.instruments().stream()
        .filter(u -> u.id().equals(id))
        .flatMap(u -> u.variant().stream())
        .findFirst()
        .orElse("");
  }

  /** Returns what could be answered, once for all items that offer the same. */
  private static String answers(Instrument instrument) {
    Map<String, List<String>> items = new LinkedHashMap<>();
    for (Item item : instrument.items()) {
      items.computeIfAbsent(offered(item.responses()), k -> new ArrayList<>()).add(item.name());
    }
    return items.size() == 1
        ? items.keySet().iterator().next()
        : items.entrySet().stream()
            .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
            .collect(Collectors.joining("; "));
  }

  private static String offered(Responses responses) {
    if (responses instanceof Responses.Options o) {
      return codes(o);
    }
    return responses instanceof Responses.Range r
        ? r.from() + " to " + r.to() + ", " + r.decimals() + " decimals"
        : "a time of day";
  }

  /** The codes; labels differ between languages and exports, codes do not. */
  private static String codes(Responses.Options options) {
    List<Long> codes = options.codes();
    boolean row =
        codes.size() > FEW
            && codes.equals(LongStream.rangeClosed(options.min(), options.max()).boxed().toList());
    return row
        ? options.min() + " to " + options.max()
        : codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
