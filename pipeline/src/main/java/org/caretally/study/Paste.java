package org.caretally.study;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.caretally.problem.Nearest;

/** Turns words of the study file into text for messages and for pasting back into the file. */
final class Paste {
  /** Longer texts are cut in messages and have no nearest name: the search would take too long. */
  private static final int LONGEST = 160;

  private Paste() {}

  /** Returns the words in quotation marks, cut when long, without control characters. */
  static String quoted(String words) {
    String shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
  }

  /** Returns the words as a YAML scalar that reads back as the same text, also inside brackets. */
  static String scalar(String words) {
    if (words.matches("[\\p{L}\\p{N}_-]([\\p{L}\\p{N}_ ./()-]*[\\p{L}\\p{N}_()])?")
        && !words.startsWith("- ")
        && !words.startsWith("--")
        && !words.equals("null")) {
      return words;
    }
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
  }

  /** Returns the words as a YAML list on one line. */
  static String list(Collection<String> words) {
    return words.stream().map(Paste::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the words in quotation marks, separated by commas; at most thirty of them. */
  static String names(Collection<String> words) {
    String shown = words.stream().limit(30).map(Paste::quoted).collect(Collectors.joining(", "));
    return words.size() > 30 ? shown + ", …" : shown;
  }

  /** Returns up to three close names as one phrase; empty when nothing is close. */
  static String nearest(String wanted, Collection<String> names) {
    return wanted.length() > LONGEST ? "" : Nearest.to(wanted, comparable(wanted, names));
  }

  /** Returns the closest name, or an empty list. */
  static List<String> closest(String wanted, Collection<String> names) {
    return wanted.length() > LONGEST ? List.of() : Nearest.one(wanted, comparable(wanted, names));
  }

  private static List<String> comparable(String wanted, Collection<String> names) {
    int limit = Math.max(2, wanted.length() / 3);
    return names.stream()
        .filter(n -> Math.abs(n.length() - wanted.length()) <= limit)
        .limit(5_000)
        .toList();
  }
}
