package org.caretally.engine;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.caretally.intake.Step;
import org.caretally.study.Coding;

/**
 * Identifiers that occur more than once in a file. Rows that agree in every needed column are
 * copies, of which the first line is kept; rows that disagree are all set aside. The decision
 * depends on the rows' contents only, never on their order: which of several equal rows is kept
 * changes no number.
 */
final class Duplicates implements Serializable {
  private static final long NONE = -1;
  private static final char BETWEEN = '\u001f';

  private final HashMap<String, Long> keep = new HashMap<>();

  /** Notes an identifier whose rows all agree; the row on this line is kept. */
  void copies(String key, long line) {
    keep.put(key, line);
  }

  /** Notes an identifier whose rows disagree. */
  void conflict(String key) {
    keep.put(key, NONE);
  }

  Map<String, Long> all() {
    return keep;
  }

  /**
   * Returns what tells rows apart: the identifier; with a column of the wave, both, since a person
   * may answer in each. Files that are joined have one row for each identifier.
   *
   * @param id the identifier
   * @param text gives the text of a slot
   */
  static String key(Coding coding, String id, IntFunction<String> text) {
    int wave = coding.roles().wave();
    boolean alone = wave < 0 || coding.files().size() > 1 || id.isEmpty();
    return alone ? id : id + BETWEEN + text.apply(wave);
  }

  /** Returns why a row is set aside for its identifier; empty when it is kept or has no key. */
  Optional<Step> setAside(Fields fields, Coding coding) {
    if (coding.roles().key() < 0) {
      return Optional.empty();
    }
    String id = key(coding, fields.text(coding.roles().key()), fields::text);
    return id.isEmpty() ? Optional.of(Step.NO_KEY) : verdict(id, fields.line());
  }

  /** Returns why a row is set aside; empty when it is kept. */
  Optional<Step> verdict(String key, long line) {
    Long kept = keep.get(key);
    if (kept == null || kept == line) {
      return Optional.empty();
    }
    return Optional.of(kept == NONE ? Step.CONFLICT : Step.COPY);
  }
}
