package org.caretally.instrument;

import org.caretally.codebook.Missing;

/**
 * The Pittsburgh Sleep Quality Index (Buysse 1989): seven components of 0 to 3. Items in order: bed
 * time, minutes to fall asleep, rising time, hours of sleep, 5a to 5j, 6, 7, 8, 9. The tenth
 * disturbance (5j) counts as 0 when it is missing, as since 2005.
 */
final class PsqiKernel implements Kernel {
  static final String NAME = "psqi";
  static final String SEVEN_HOURS = "seven_hours_scores_one";
  static final int ITEMS = 18;
  private static final long serialVersionUID = 1L;
  private static final int BED = 0;
  private static final int LATENCY = 1;
  private static final int RISE = 2;
  private static final int HOURS = 3;
  private static final int A5 = 4;
  private static final int J5 = 13;
  private static final long DAY = 1440;

  private final int[] column;
  private final long minute;
  private final long hour;
  private final boolean sevenScoresOne;
  private final Outcome outcome;

  PsqiKernel(int[] column, long minuteGrid, long hourGrid, boolean sevenScoresOne, Scale scale) {
    this.column = column.clone();
    this.minute = minuteGrid;
    this.hour = hourGrid;
    this.sevenScoresOne = sevenScoresOne;
    outcome = new Outcome(scale.cutoffs(), scale.bands(), 1);
  }

  @Override
  public int width() {
    return outcome.width();
  }

  @Override
  public int score(long[] codes, Sex sex, long[] out, int at) {
    int answered = 0;
    int needed = 0;
    for (int i = 0; i < ITEMS; i++) {
      if (codes[column[i]] != Missing.MARK) {
        answered++;
        needed += i == J5 ? 0 : 1;
      }
    }
    long bed = needed == ITEMS - 1 ? minutesInBed(codes) : 0;
    if (bed == 0) {
      outcome.none(answered == 0 ? Outcome.BLANK : Outcome.UNSCORABLE, out, at);
      return 0;
    }
    long score = 0;
    for (int c = 1; c <= 7; c++) {
      score += component(c, codes, bed);
    }
    int flags = outcome.write(score, Outcome.COMPLETE, sex, out, at);
    boolean impossible = codes[column[HOURS]] * 60 > bed * hour;
    return impossible ? flags | Scoring.IMPLAUSIBLE : flags;
  }

  /** Returns the seven components. */
  java.util.List<Long> components(long[] codes) {
    long bed = minutesInBed(codes);
    return java.util.stream.IntStream.rangeClosed(1, 7)
        .mapToObj(c -> component(c, codes, bed))
        .toList();
  }

  /** Minutes between going to bed and rising, past midnight or not; 0 when both are the same. */
  long minutesInBed(long[] codes) {
    return Math.floorMod(codes[column[RISE]] - codes[column[BED]], DAY);
  }

  /** Returns component 1 to 7, each 0 to 3. */
  long component(int c, long[] codes, long bed) {
    return switch (c) {
      case 1 -> codes[column[J5 + 1]];
      case 2 -> pairs(latency(codes[column[LATENCY]]) + codes[column[A5]]);
      case 3 -> duration(codes[column[HOURS]]);
      case 4 -> efficiency(codes[column[HOURS]] * 6000, bed * hour);
      case 5 -> disturbance(codes);
      case 6 -> codes[column[J5 + 2]];
      default -> pairs(codes[column[J5 + 3]] + codes[column[J5 + 4]]);
    };
  }

  private long latency(long cells) {
    return cells <= 15 * minute ? 0 : cells <= 30 * minute ? 1 : cells <= 60 * minute ? 2 : 3;
  }

  private static long pairs(long sum) {
    return (sum + 1) / 2;
  }

  private long duration(long cells) {
    boolean best = sevenScoresOne ? cells > 7 * hour : cells >= 7 * hour;
    return best ? 0 : cells >= 6 * hour ? 1 : cells >= 5 * hour ? 2 : 3;
  }

  private static long efficiency(long percentTimesBed, long bed) {
    return percentTimesBed >= 85 * bed
        ? 0
        : percentTimesBed >= 75 * bed ? 1 : percentTimesBed >= 65 * bed ? 2 : 3;
  }

  private long disturbance(long[] codes) {
    long sum = 0;
    for (int i = A5 + 1; i <= J5; i++) {
      long code = codes[column[i]];
      sum += code == Missing.MARK ? 0 : code;
    }
    return (sum + 8) / 9;
  }
}
