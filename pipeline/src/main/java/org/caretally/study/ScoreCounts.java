package org.caretally.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.caretally.instrument.ItemCounts;

/**
 * How the people of one wave answered and could be scored: plain counts, without weights, of the
 * analysis population. Merging is exact and in any order.
 */
public final class ScoreCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Position of the people scored from all items. */
  public static final int COMPLETE = 0;

  /** Position of the people scored although some items are missing. */
  public static final int PRORATED = 1;

  /** Position of the people with too few answers. */
  public static final int UNSCORABLE = 2;

  /** Position of the people without any answer. */
  public static final int BLANK = 3;

  private static final int KINDS = 4;

  private final long[][] statuses;
  private final ArrayList<ItemCounts> items = new ArrayList<>();

  /** Creates counts of nobody. */
  public ScoreCounts(Coding coding) {
    statuses = new long[coding.scored().stream().mapToInt(s -> s.statuses().size()).sum()][KINDS];
    coding.scored().forEach(s -> items.add(ItemCounts.of(s.scoring())));
  }

  /**
   * Adds a person.
   *
   * @param coding the coding these counts were made for
   * @param answers for each instrument one code per column
   * @param row the coded row, with the statuses of scales
   */
  public void add(Coding coding, long[][] answers, long[] row) {
    int scale = 0;
    for (int i = 0; i < answers.length; i++) {
      Scored scored = coding.scored().get(i);
      items.get(i).add(answers[i], scored.scoring());
      for (int position : scored.statuses()) {
        statuses[scale++][(int) row[position]]++;
      }
    }
  }

  /** Adds the people of another part of the same wave to this one and returns this one. */
  public ScoreCounts merge(ScoreCounts other) {
    for (int i = 0; i < statuses.length; i++) {
      for (int j = 0; j < KINDS; j++) {
        statuses[i][j] += other.statuses[i][j];
      }
    }
    for (int i = 0; i < items.size(); i++) {
      items.get(i).merge(other.items.get(i));
    }
    return this;
  }

  /**
   * Returns how many people there are.
   *
   * @param scale position of the scale in the order of the coding
   * @param kind {@link #COMPLETE}, {@link #PRORATED}, {@link #UNSCORABLE} or {@link #BLANK}
   */
  public long status(int scale, int kind) {
    return statuses[scale][kind];
  }

  /** Returns the answers to each item, for each instrument in the order of the coding. */
  public List<ItemCounts> items() {
    return List.copyOf(items);
  }
}
