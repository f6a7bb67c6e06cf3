package org.caretally.app;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caretally.instrument.Evidence;
import org.caretally.instrument.Instrument;
import org.caretally.instrument.Item;
import org.caretally.instrument.Licence;
import org.caretally.instrument.Responses;

/**
 * Names the items of an instrument and their answers.
 *
 * @param instrument whose items
 */
record ItemWords(Instrument instrument) {

  /** Returns a status without underscores. */
  static String status(Licence licence) {
    return licence.status().replace('_', ' ');
  }

  static String count(int items) {
    return items + (items == 1 ? " item" : " items");
  }

  static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** Returns a remark with how far it is confirmed. */
  static String marked(String text, Evidence evidence) {
    return text + " (" + evidence.words() + ")";
  }

  String name(int item) {
    return instrument.items().get(item).name();
  }

  /** Returns all names in order. */
  List<String> names() {
    return instrument.items().stream().map(Item::name).toList();
  }

  /** Returns the names of some items in their order, runs of numbers drawn together: 1-4, 7. */
  String list(Collection<Integer> items) {
    List<String> parts = new ArrayList<>();
    List<Integer> sorted = items.stream().sorted().toList();
    int at = 0;
    while (at < sorted.size()) {
      int end = at;
      while (end + 1 < sorted.size() && follows(sorted.get(end), sorted.get(end + 1))) {
        end++;
      }
      boolean run = end > at + 1;
      parts.add(name(sorted.get(at)) + (run ? "-" + name(sorted.get(end)) : ""));
      at = run ? end + 1 : at + 1;
    }
    return String.join(", ", parts);
  }

  /** Returns the same with the word before it: item 3, items 1-4. */
  String named(Collection<Integer> items) {
    return (items.size() == 1 ? "item " : "items ") + list(items);
  }

  private boolean follows(int one, int next) {
    return name(one).matches("\\d{1,4}")
        && name(next).matches("\\d{1,4}")
        && Integer.parseInt(name(next)) == Integer.parseInt(name(one)) + 1;
  }

  /** Returns whether a numbered answer list exists, so that exports may number it otherwise. */
  boolean hasOptions() {
    return instrument.items().stream().anyMatch(i -> i.responses() instanceof Responses.Options);
  }

  /** Adds one block for each way to answer, with the items that have it. */
  void answers(Lines lines) {
    Map<Responses, List<Integer>> sets = new LinkedHashMap<>();
    IntStream.range(0, instrument.items().size())
        .forEach(
            i ->
                sets.computeIfAbsent(instrument.items().get(i).responses(), r -> new ArrayList<>())
                    .add(i));
    sets.forEach((set, items) -> answers(set, named(items), lines));
  }

  private static void answers(Responses set, String items, Lines lines) {
    if (set instanceof Responses.Options options) {
      lines.wrapped("  ", items);
      options.codes().forEach(code -> answer(code, options, lines));
    } else if (set instanceof Responses.Range range) {
      String decimals =
          range.decimals() == 0 ? "whole" : "with up to " + range.decimals() + " decimals";
      lines.wrapped(
          "  ", items + ": a number from " + range.from() + " to " + range.to() + ", " + decimals);
    } else {
      lines.wrapped("  ", items + ": a time of day, such as 23:00 or 11 pm");
    }
  }

  private static void answer(long code, Responses.Options options, Lines lines) {
    List<String> labels = options.labels().getOrDefault(code, List.of());
    String misprints =
        options.suspicious().entrySet().stream()
            .filter(e -> e.getValue() == code)
            .map(Map.Entry::getKey)
            .sorted()
            .collect(Collectors.joining(" | "));
    String text = labels.isEmpty() ? "(no label)" : String.join(" | ", labels);
    lines.wrapped(
        String.format(java.util.Locale.ROOT, "  %4d  ", code),
        text + (misprints.isEmpty() ? "" : "; read with a warning: " + misprints));
  }

  /** Adds what items ask in a word or two; only blocks written for this product say so. */
  void meanings(Lines lines) {
    for (Item item : instrument.items()) {
      lines.row(2, item.meaning().isEmpty() ? "" : "item " + item.name(), item.meaning());
    }
  }
}
