package org.caretally.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a kept table, as printed.
 *
 * @param kept its table
 * @param waves waves it is about; none where it is about all of a report
 * @param key what tells it from the other lines of the table
 * @param people printed numbers of people it rests on; empty texts where they are withheld
 * @param numbers printed numbers; empty texts where they are withheld
 * @param hidden whether it is withheld to protect people
 */
record KeptLine(
    Kept kept,
    List<String> waves,
    List<String> key,
    List<String> people,
    List<String> numbers,
    boolean hidden) {
  private static final String FROM = "from";

  /** Returns the lines of a table by what tells them apart; a withheld number is an empty text. */
  static Map<List<String>, KeptLine> of(Kept kept, List<Map<String, String>> rows) {
    Map<List<String>, KeptLine> lines = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      KeptLine line = of(kept, row);
      lines.put(line.key, line);
    }
    return lines;
  }

  private static KeptLine of(Kept kept, Map<String, String> row) {
    List<String> key = new ArrayList<>();
    kept.keys().forEach(k -> key.add(row.getOrDefault(k, "")));
    if (kept.kind() == Kept.Kind.BINS) {
      key.add(row.getOrDefault("bin_from", row.getOrDefault("answer_from", "")));
      key.add(row.getOrDefault("bin_below", row.getOrDefault("answer_to", "")));
    }
    List<String> waves = new ArrayList<>();
    for (String column : List.of("wave", FROM)) {
      String wave = row.getOrDefault(column, "");
      if (kept.keys().contains(column) && !(column.equals(FROM) && wave.isEmpty())) {
        waves.add(wave);
      }
    }
    List<String> numbers = kept.numbers().stream().map(c -> printed(row, c)).toList();
    boolean hidden =
        row.getOrDefault("status", "").equals("confidential")
            || (kept == Kept.ITEMS && numbers.get(0).isEmpty());
    return new KeptLine(
        kept,
        List.copyOf(waves),
        List.copyOf(key),
        kept.people().stream().map(c -> printed(row, c)).toList(),
        numbers,
        hidden);
  }

  private static String printed(Map<String, String> row, String column) {
    String cell = row.getOrDefault(column, "");
    return cell.startsWith("[") ? "" : cell;
  }

  /** Returns what the line is about, without the places of a bin. */
  List<String> subject() {
    return key.subList(0, kept.keys().size());
  }

  String words() {
    List<String> words = new ArrayList<>(List.of(kept.table()));
    subject().stream().filter(w -> !w.isEmpty()).forEach(words::add);
    return String.join(" ", words);
  }

  /** Returns the printed number of people, or -1. */
  long n() {
    return people.isEmpty() || people.get(0).isEmpty() ? -1 : Long.parseLong(people.get(0));
  }

  /** Returns the people that the printed share stands for, or -1. */
  double share() {
    String text = numbers.get(0);
    return n() < 0 || text.isEmpty() ? -1 : n() * Double.parseDouble(text);
  }

  /** Returns by how much the rounding of a share can miss its people. */
  double rounding() {
    int decimals = numbers.get(0).length() - numbers.get(0).indexOf('.') - 1;
    return n() * Math.pow(10, -decimals) / 2;
  }

  /** Returns whether the people of both are as many, but for a few. */
  boolean near(KeptLine other) {
    for (int i = 0; i < people.size(); i++) {
      String one = people.get(i);
      String two = other.people.get(i);
      if (one.isEmpty() || two.isEmpty() || !TwoReports.near(number(one), number(two))) {
        return false;
      }
    }
    return true;
  }

  static long number(String printed) {
    return Math.round(Double.parseDouble(printed));
  }
}
