package org.caretally.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caretally.codebook.Level;

/**
 * One column of exported data.
 *
 * @param name its name in the file: letters without accents, digits and {@code _}
 * @param id what it is in the study, such as {@code phq9.total:screen_positive}
 * @param label words for readers
 * @param kind what its values are
 * @param position position in the coded row; the position of the breakdown for {@link Kind#BAND};
 *     unused for weight and wave
 * @param grid cells per unit of a number
 * @param levels levels in order; empty for a number
 * @param grouping whether it is one of the columns by which people could be told apart: all of them
 *     crossed make the groups that must be large and varied enough
 */
public record ExportColumn(
    String name,
    String id,
    String label,
    Kind kind,
    int position,
    long grid,
    List<Level> levels,
    boolean grouping)
    implements Serializable {

  /** What the values of a column are. */
  public enum Kind {
    WAVE,
    WEIGHT,
    NUMBER,
    CASE,
    LEVEL,
    BAND,
    STRATUM,
    PSU,
    FPC;

    /** Returns whether it says how people were sampled. */
    public boolean design() {
      return this == STRATUM || this == PSU || this == FPC;
    }
  }

  /** Copies the levels. */
  public ExportColumn {
    levels = List.copyOf(levels);
  }

  /** Returns its levels in order: the text in the file to words for readers. */
  public Map<String, String> categories() {
    Map<String, String> categories = new LinkedHashMap<>();
    levels.forEach(l -> categories.put(l.id(), l.label()));
    return categories;
  }

  /** Returns whether its values are whole numbers. */
  public boolean whole() {
    return kind == Kind.CASE || (kind == Kind.NUMBER && grid == 1);
  }
}
