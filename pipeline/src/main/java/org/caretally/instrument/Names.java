package org.caretally.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lists of items such as {@code 1-3,5} and {@code 1,5a,5b}. */
final class Names {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,3})-(\\d{1,3})");
  private static final Pattern NAME = Pattern.compile("\\d{1,3}[a-z]?");

  private Names() {}

  /** Returns the names in a list of items; problems are noted at the part. */
  static List<String> read(Part part) {
    return read(part.text(), part);
  }

  /** Returns the names in a text that belongs to a part. */
  static List<String> read(String text, Part part) {
    List<String> names = new ArrayList<>();
    for (String piece : text.split(",", -1)) {
      String p = piece.strip();
      Matcher range = RANGE.matcher(p);
      if (range.matches()) {
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        if (from > to) {
          part.wrong("the range " + p + " runs backwards", "");
        }
        for (int i = from; i <= to; i++) {
          names.add(Integer.toString(i));
        }
      } else if (NAME.matcher(p).matches()) {
        names.add(p);
      } else {
        part.wrong("\"" + p + "\" is no item", "write items as in \"1-3,5\"");
      }
    }
    if (names.stream().distinct().count() < names.size()) {
      part.wrong("an item is named twice", "");
    }
    return names.stream().distinct().toList();
  }

  /** Returns the positions of items; unknown items are noted at the part. */
  static List<Integer> indexes(Part part, List<String> items) {
    List<Integer> indexes = new ArrayList<>();
    for (String name : read(part)) {
      int index = items.indexOf(name);
      if (index < 0) {
        part.wrong("the instrument has no item " + name, "");
      } else {
        indexes.add(index);
      }
    }
    return indexes.stream().sorted().toList();
  }
}
