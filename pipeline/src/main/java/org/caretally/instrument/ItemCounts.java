package org.caretally.instrument;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Missing;

/**
 * How often each answer to each item was given: plain counts of people, without weights. Merging is
 * exact and in any order.
 */
public final class ItemCounts implements Serializable {
  private static final long serialVersionUID = 1L;

  private final long[][] codes;
  private final long[][] counts;
  private final long[] blank;
  private final long[] notAsked;
  private long people;

  private ItemCounts(long[][] codes) {
    this.codes = codes;
    counts = new long[codes.length][];
    for (int c = 0; c < codes.length; c++) {
      counts[c] = new long[codes[c].length];
    }
    blank = new long[codes.length];
    notAsked = new long[codes.length];
  }

  /** Returns counts of nobody. */
  public static ItemCounts of(Scoring scoring) {
    long[][] codes = new long[scoring.items()][];
    for (int c = 0; c < codes.length; c++) {
      codes[c] = scoring.answers(c).codes().stream().mapToLong(Long::longValue).toArray();
    }
    return new ItemCounts(codes);
  }

  /**
   * Adds a respondent.
   *
   * @param answers one code per column, the missing mark for no answer
   * @param scoring the scoring these counts were made for; it knows which questions were skipped
   */
  public void add(long[] answers, Scoring scoring) {
    people++;
    long[] filled = scoring.filled(answers);
    for (int c = 0; c < answers.length; c++) {
      if (Missing.is(answers[c])) {
        blank[c] += Missing.is(filled[c]) ? 1 : 0;
        notAsked[c] += Missing.is(filled[c]) ? 0 : 1;
      } else {
        count(c, answers[c]);
      }
    }
  }

  private void count(int column, long code) {
    long[] known = codes[column];
    for (int i = 0; i < known.length; i++) {
      if (known[i] == code) {
        counts[column][i]++;
        return;
      }
    }
  }

  /** Adds the people of another part of the same run to this one and returns this one. */
  public ItemCounts merge(ItemCounts other) {
    people += other.people;
    for (int c = 0; c < codes.length; c++) {
      blank[c] += other.blank[c];
      notAsked[c] += other.notAsked[c];
      for (int i = 0; i < counts[c].length; i++) {
        counts[c][i] += other.counts[c][i];
      }
    }
    return this;
  }

  /** Returns the number of columns. */
  public int columns() {
    return codes.length;
  }

  /** Returns how many people were counted, with or without answers. */
  public long people() {
    return people;
  }

  /**
   * Returns the codes that a column can hold, ascending; empty for a column of numbers or times.
   */
  public List<Long> codes(int column) {
    return boxed(codes[column]);
  }

  /** Returns how many gave each of {@link #codes}. */
  public List<Long> counts(int column) {
    return boxed(counts[column]);
  }

  /** Returns how many were asked and did not answer. */
  public long blank(int column) {
    return blank[column];
  }

  /** Returns how many were not asked, because an earlier answer ruled the question out. */
  public long notAsked(int column) {
    return notAsked[column];
  }

  private static List<Long> boxed(long[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toList();
  }
}
