package org.caretally.study;

import java.util.Collection;
import java.util.stream.Collectors;

/** Turns words of the study file into text for messages and for pasting back into the file. */
public final class Paste {
  /** Longer texts are cut in messages. */
  private static final int LONGEST = 160;

  private Paste() {}

  /** Returns the words in quotation marks, cut when long, without control characters. */
  public static String quoted(String words) {
    String shown = words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    return '"' + shown.replaceAll("\\p{Cntrl}", "?") + '"';
  }

  /** Returns the words as a YAML scalar that reads back as the same text, also inside brackets. */
  public static String scalar(String words) {
    if (words.matches("[\\p{L}\\p{N}_-]([\\p{L}\\p{N}_ ./()-]*[\\p{L}\\p{N}_()])?")
        && !words.startsWith("- ")
        && !words.startsWith("--")
        && !words.equals("null")) {
      return words;
    }
    return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + '"';
  }

  /** Returns the words as a YAML list on one line. */
  public static String list(Collection<String> words) {
    return words.stream().map(Paste::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns the words in quotation marks, separated by commas; at most thirty of them. */
  static String names(Collection<String> words) {
    String shown = words.stream().limit(30).map(Paste::quoted).collect(Collectors.joining(", "));
    return words.size() > 30 ? shown + ", …" : shown;
  }
}
