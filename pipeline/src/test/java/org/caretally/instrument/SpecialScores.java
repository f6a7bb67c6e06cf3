package org.caretally.instrument;

/** The three scores that are no sum, mean or rule, written out from their publications. */
final class SpecialScores {
  private SpecialScores() {}

  static PublishedForm.Answer score(String id, int[] a, int sex) {
    return switch (id) {
      case "eri_s.er_ratio" -> imbalance(a);
      case "context_core.admin_share" -> share(a);
      case "psqi.global" -> sleepQuality(a);
      default -> throw new AssertionError("no published key for " + id + " " + sex);
    };
  }

  private static PublishedForm.Answer none(boolean blank) {
    PublishedForm.Answer answer = new PublishedForm.Answer();
    answer.status = blank ? "blank" : "unscorable";
    return answer;
  }

  private static PublishedForm.Answer imbalance(int[] a) {
    int answered = 0;
    for (int i = 0; i < 10; i++) {
      answered += a[i] == PublishedForm.NONE ? 0 : 1;
    }
    if (answered < 10) {
      return none(answered == 0);
    }
    int effort = a[0] + a[1] + a[2];
    int reward = a[3] + (5 - a[4]) + (5 - a[5]) + (5 - a[6]) + a[7] + a[8] + a[9];
    PublishedForm.Answer answer = new PublishedForm.Answer();
    answer.scored = true;
    answer.status = "complete";
    answer.num = Math.round(7.0 * effort / (3.0 * reward) * 1e6);
    answer.den = 1_000_000;
    answer.cases.put("imbalance", 7 * effort > 3 * reward);
    return answer;
  }

  private static PublishedForm.Answer share(int[] a) {
    boolean blank = a[4] == PublishedForm.NONE && a[5] == PublishedForm.NONE;
    if (a[4] == PublishedForm.NONE || a[5] == PublishedForm.NONE || a[5] == 0 || a[4] > a[5]) {
      return none(blank);
    }
    PublishedForm.Answer answer = new PublishedForm.Answer();
    answer.scored = true;
    answer.status = "complete";
    answer.num = (2_000_000L * a[4] + a[5]) / (2L * a[5]);
    answer.den = 1_000_000;
    return answer;
  }

  private static PublishedForm.Answer sleepQuality(int[] a) {
    int answered = 0;
    for (int i = 0; i < 18; i++) {
      answered += a[i] == PublishedForm.NONE ? 0 : 1;
    }
    boolean onlyOtherMissing = answered == 17 && a[13] == PublishedForm.NONE;
    int inBed = (a[2] - a[0] + 1440) % 1440;
    if ((answered < 18 && !onlyOtherMissing) || inBed == 0) {
      return none(answered == 0);
    }
    double minutes = a[1] / 100.0;
    double hours = a[3] / 100.0;
    int late = minutes > 60 ? 3 : minutes > 30 ? 2 : minutes > 15 ? 1 : 0;
    int[] twos = {0, 1, 1, 2, 2, 3, 3};
    int nights = 0;
    for (int i = 5; i <= 13; i++) {
      nights += Math.max(0, a[i]);
    }
    // Percent of the time in bed, times the minutes in bed, to stay with whole numbers.
    long percent = 60L * a[3];
    int efficiency =
        percent < 65L * inBed ? 3 : percent < 75L * inBed ? 2 : percent < 85L * inBed ? 1 : 0;
    int duration = hours < 5 ? 3 : hours < 6 ? 2 : hours < 7 ? 1 : 0;
    int disturbed = nights == 0 ? 0 : nights < 10 ? 1 : nights < 19 ? 2 : 3;
    PublishedForm.Answer answer = new PublishedForm.Answer();
    answer.scored = true;
    answer.status = "complete";
    int seven =
        a[14] + twos[late + a[4]] + duration + efficiency + disturbed + a[15] + twos[a[16] + a[17]];
    answer.num = seven;
    answer.cases.put("poor_sleeper", seven > 5);
    return answer;
  }
}
