package org.caretally.instrument;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Missing;

/**
 * Writes what follows from a score: number, cases, band, status. Immutable. Cut-offs and bands are
 * held as whole numbers of cells.
 */
final class Outcome implements Serializable {
  static final int COMPLETE = 0;
  static final int PRORATED = 1;
  static final int UNSCORABLE = 2;
  static final int BLANK = 3;
  private static final long serialVersionUID = 1L;
  private static final int SEXES = 3;

  private final int cuts;
  private final boolean[] atMost;
  private final boolean[] byCeiling;
  private final long[] bound;
  private final boolean[] flagOther;
  private final long[] bands;

  Outcome(List<Cutoff> cutoffs, List<Band> bands, long grid) {
    cuts = cutoffs.size();
    atMost = new boolean[cuts * SEXES];
    byCeiling = new boolean[cuts * SEXES];
    bound = new long[cuts * SEXES];
    flagOther = new boolean[cuts];
    for (int c = 0; c < cuts; c++) {
      Cutoff cut = cutoffs.get(c);
      set(c * SEXES + index(Sex.FEMALE), cut.female(), grid);
      set(c * SEXES + index(Sex.MALE), cut.male(), grid);
      set(c * SEXES + index(Sex.OTHER_OR_UNKNOWN), cut.other(), grid);
      flagOther[c] = cut.flagOther();
    }
    this.bands = bands.stream().mapToLong(b -> Exact.ceil(b.from(), grid)).toArray();
  }

  private static int index(Sex sex) {
    return sex == Sex.FEMALE ? 0 : sex == Sex.MALE ? 1 : 2;
  }

  private void set(int at, Threshold t, long grid) {
    atMost[at] = !t.op().upward();
    byCeiling[at] = t.op() == Threshold.Op.GT || t.op() == Threshold.Op.LTE;
    bound[at] =
        switch (t.op()) {
          case GTE -> Exact.ceil(t.value(), grid);
          case GT -> Exact.floor(t.value(), grid) + 1;
          case LTE -> Exact.floor(t.value(), grid);
          case LT -> Exact.ceil(t.value(), grid) - 1;
        };
  }

  /** Returns how many cells {@link #write} fills. */
  int width() {
    return 1 + cuts + (bands.length > 0 ? 1 : 0) + 1;
  }

  int write(long score, int status, Sex sex, long[] out, int at) {
    return write(score, score, score, status, sex, out, at);
  }

  /**
   * Writes a score that may lie between two cells: comparisons use the cell below or above, so that
   * rounding never moves a person across a cut-off.
   */
  int write(long score, long floor, long ceiling, int status, Sex sex, long[] out, int at) {
    int flags = 0;
    int next = at;
    out[next++] = score;
    for (int c = 0; c < cuts; c++) {
      int i = c * SEXES + index(sex);
      long cell = byCeiling[i] ? ceiling : floor;
      out[next++] = (atMost[i] ? cell <= bound[i] : cell >= bound[i]) ? 1 : 0;
      if (flagOther[c] && sex == Sex.OTHER_OR_UNKNOWN) {
        flags = Scoring.SEX_FALLBACK;
      }
    }
    if (bands.length > 0) {
      int band = bands.length - 1;
      while (band > 0 && floor < bands[band]) {
        band--;
      }
      out[next++] = band;
    }
    out[next] = status;
    return flags;
  }

  /** Writes a result without a score. */
  void none(int status, long[] out, int at) {
    int last = at + width() - 1;
    for (int i = at; i < last; i++) {
      out[i] = Missing.MARK;
    }
    out[last] = status;
  }
}
