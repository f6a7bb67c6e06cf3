package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.ProtectedTable.Row;

/**
 * The answers to one item, from the lowest code. Where few people gave an answer it is joined with
 * its neighbours, so that a row of the table may hold several codes.
 *
 * @param instrument name of the instrument
 * @param item name of the item in it
 * @param answers one row for each answer
 * @param low the lowest code
 * @param high the highest code, at least two above it
 */
record Answers(String instrument, String item, List<Row> answers, long low, long high) {
  static final String SHARE = "share";

  /** On which side of the middle of the range an answer lies. */
  enum Side {
    /** Below. */
    LOW,
    /** In the middle, or joined across it. */
    MIDDLE,
    /** Above. */
    HIGH
  }

  /** Returns the items of a table that have three codes or more, in the order of the table. */
  static List<Answers> of(List<Row> rows) {
    Map<List<String>, List<Row>> items = new LinkedHashMap<>();
    for (Row row : rows) {
      if (!row.text("answer_from").isBlank()) {
        List<String> item = List.of(row.text("instrument"), row.text("item"), row.text("column"));
        items.computeIfAbsent(item, k -> new ArrayList<>()).add(row);
      }
    }
    List<Answers> all = new ArrayList<>();
    items.forEach(
        (item, answers) -> {
          long low = answers.stream().mapToLong(Answers::from).min().orElseThrow();
          long high = answers.stream().mapToLong(Answers::to).max().orElseThrow();
          if (high - low >= 2) {
            all.add(new Answers(item.get(0), item.get(1), List.copyOf(answers), low, high));
          }
        });
    return all;
  }

  private static long from(Row answer) {
    return Long.parseLong(answer.text("answer_from"));
  }

  private static long to(Row answer) {
    return Long.parseLong(answer.text("answer_to"));
  }

  /** Returns whether the shares of all answers are shown. */
  boolean shown() {
    return answers.stream().allMatch(a -> a.shows(SHARE));
  }

  /** Returns on which side an answer lies. */
  Side side(Row answer) {
    long middle = low + high;
    if (2 * to(answer) < middle) {
      return Side.LOW;
    }
    return 2 * from(answer) > middle ? Side.HIGH : Side.MIDDLE;
  }

  /** Returns the share of people on a side, 0 to 1; all shares must be shown. */
  double share(Side side) {
    return answers.stream().filter(a -> side(a) == side).mapToDouble(a -> a.number(SHARE)).sum();
  }

  /** Returns the colour of an answer: the stronger, the farther from the middle. */
  Ink ink(Row answer) {
    double from = from(answer) + to(answer) - low - high;
    long step = Math.max(1, Math.round(3 * Math.abs(from) / (high - low)));
    return Ink.diverging((int) Math.min(3, step) * (from < 0 ? -1 : 1));
  }
}
