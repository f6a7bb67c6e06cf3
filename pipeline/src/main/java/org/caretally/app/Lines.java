package org.caretally.app;

import java.util.ArrayList;
import java.util.List;

/** Plain text in lines of at most 100 characters; what is longer goes on under its own text. */
final class Lines {
  private static final int WIDTH = 100;
  private static final int LABEL = 11;

  private final List<String> lines = new ArrayList<>();

  /** Adds a heading with an empty line before it. */
  void heading(String text) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    wrapped("", text);
  }

  /** Adds a label and a text; nothing when the text is empty. */
  void row(int indent, String label, String text) {
    if (!text.isEmpty()) {
      wrapped(" ".repeat(indent) + padded(label, LABEL) + " ", text);
    }
  }

  /**
   * Adds a text after what stands before it; what is longer than the line goes on below its start.
   */
  void wrapped(String before, String text) {
    StringBuilder line = new StringBuilder(before);
    String under = " ".repeat(before.length());
    boolean empty = true;
    for (String word : text.strip().split("\\s+", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(under);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  /** Adds a line as it is. */
  void verbatim(String line) {
    lines.add(line);
  }

  List<String> all() {
    return List.copyOf(lines);
  }

  /** Returns a text filled with blanks; a longer one stays as it is. */
  static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
