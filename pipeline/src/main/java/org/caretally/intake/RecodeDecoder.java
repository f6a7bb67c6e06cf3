package org.caretally.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Maps free texts to levels: first the texts of the levels, then a mapping table. What neither
 * knows stops the run, counts as no answer, or goes into one level.
 */
public final class RecodeDecoder implements Decoder {
  private static final long serialVersionUID = 1L;
  private static final int NO_ANSWER = -1;

  private final LevelDecoder levels;
  private final HashSet<Fold> folds;
  private final HashMap<String, Integer> table = new HashMap<>();
  private final long unknown;

  private RecodeDecoder(LevelDecoder levels, Set<Fold> folds, long unknown) {
    this.levels = levels;
    this.folds = new HashSet<>(folds);
    this.unknown = unknown;
  }

  /**
   * A decoder that stops at a text that nothing knows.
   *
   * @param levels texts of the data to positions of levels
   * @param table spellings to positions of levels; a negative position means "no answer"
   * @param folds differences between spellings that do not matter
   */
  public static RecodeDecoder strict(
      Map<String, Integer> levels, Map<String, Integer> table, Set<Fold> folds) {
    return of(levels, table, folds, Unreadable.UNKNOWN_LABEL);
  }

  /** The same, but a text that nothing knows counts as no answer. */
  public static RecodeDecoder lenient(
      Map<String, Integer> levels, Map<String, Integer> table, Set<Fold> folds) {
    return of(levels, table, folds, Repair.UNMAPPED.tag());
  }

  /** The same, but a text that nothing knows goes into one level. */
  public static RecodeDecoder others(
      Map<String, Integer> levels, Map<String, Integer> table, Set<Fold> folds, int level) {
    return of(levels, table, folds, Repair.OTHER.tag(level));
  }

  private static RecodeDecoder of(
      Map<String, Integer> levels, Map<String, Integer> table, Set<Fold> folds, long unknown) {
    RecodeDecoder made = new RecodeDecoder(new LevelDecoder(levels), folds, unknown);
    levels.forEach((text, level) -> made.table.put(Fold.apply(folds, text), level));
    table.forEach((text, level) -> made.table.put(Fold.apply(folds, text), level));
    return made;
  }

  @Override
  public long code(String text) {
    long level = levels.code(text);
    if (level != Unreadable.UNKNOWN_LABEL) {
      return level;
    }
    Integer mapped = table.get(Fold.apply(folds, text));
    if (mapped == null) {
      return unknown;
    }
    return Repair.TRANSLATED.tag(Math.max(mapped, NO_ANSWER));
  }
}
