package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caretally.intake.Header;
import org.caretally.intake.dialect.Question;

/**
 * A column named by a part of its question text: dots stand for the rest, and {@code +2} means the
 * second column after the one so found.
 *
 * @param part the text, folded
 * @param openStart whether other text may stand before
 * @param openEnd whether other text may follow
 * @param after how many columns after the one found
 */
record TextName(String part, boolean openStart, boolean openEnd, int after) {
  private static final Pattern SHAPE =
      Pattern.compile("(\\.\\.\\.|\u2026)?(.*?\\S.*?)(\\.\\.\\.|\u2026)?(?:\\s*\\+(\\d{1,3}))?");

  /** Returns what a text of the study file means; empty when it has no dots. */
  static Optional<TextName> of(String written) {
    Matcher m = SHAPE.matcher(written);
    if (!m.matches() || (m.group(1) == null && m.group(3) == null)) {
      return Optional.empty();
    }
    int after = m.group(4) == null ? 0 : Integer.parseInt(m.group(4));
    return Optional.of(
        new TextName(fold(m.group(2)), m.group(1) != null, m.group(3) != null, after));
  }

  /**
   * Returns the columns that a text of the study file means: a name goes before a text, whose dots
   * could belong to the name.
   */
  static List<Integer> positions(Header header, String text) {
    List<Integer> named = text.isEmpty() ? List.of() : header.named(text);
    return named.isEmpty() ? TextName.of(text).map(t -> t.in(header)).orElse(List.of()) : named;
  }

  /** Returns the columns of a file that are meant. */
  List<Integer> in(Header header) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i + after < header.questions().size(); i++) {
      Question question = header.questions().get(i);
      if (fits(fold(question.text())) || fits(fold(question.name()))) {
        found.add(i + after);
      }
    }
    return found;
  }

  private boolean fits(String text) {
    return openStart ? openEnd ? text.contains(part) : text.endsWith(part) : text.startsWith(part);
  }

  private static String fold(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
