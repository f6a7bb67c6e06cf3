package org.caretally.report.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.disclosure.Cell;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.disclosure.Shown;
import org.caretally.disclosure.Withheld;

/**
 * A column as each different cell once and a place in that list for every row. Labels and rounded
 * numbers come back in many rows, so that a large table takes a tenth of the room. The most
 * frequent cell stands first, because its place has one digit.
 *
 * @param values the different cells, the most frequent first
 * @param places for each row, in order, the place of its cell among the values, from 0
 */
record Codes(List<Cell> values, List<Integer> places) {

  /** Returns a column of a table. */
  static Codes of(List<Row> rows, int column) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Map<String, Cell> cells = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Cell cell = row.cells().get(column);
      String key = key(cell);
      keys.add(key);
      counts.merge(key, 1, Integer::sum);
      cells.putIfAbsent(key, cell);
    }
    List<String> order = new ArrayList<>(cells.keySet());
    order.sort(Comparator.comparing(k -> -counts.get(k)));
    Map<String, Integer> places = new LinkedHashMap<>();
    order.forEach(k -> places.put(k, places.size()));
    return new Codes(
        order.stream().map(cells::get).toList(), keys.stream().map(places::get).toList());
  }

  private static String key(Cell cell) {
    if (cell instanceof Withheld withheld) {
      return "withheld " + withheld.mark();
    }
    return (cell instanceof Shown ? "number " : "text ") + cell.text();
  }

  /** Equal places one after another. */
  record Run(int place, int length) {}

  /** Returns the places as runs of equal ones. */
  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int from = 0; from < places.size(); ) {
      int place = places.get(from);
      int to = from;
      while (to < places.size() && places.get(to) == place) {
        to++;
      }
      runs.add(new Run(place, to - from));
      from = to;
    }
    return runs;
  }

  /** Returns whether runs take fewer letters than places. */
  boolean inRuns() {
    int inRuns = runs().stream().mapToInt(r -> letters(r.place()) + letters(r.length()) + 4).sum();
    return inRuns < places.stream().mapToInt(p -> letters(p) + 1).sum();
  }

  private static int letters(int number) {
    return Integer.toString(number).length();
  }
}
