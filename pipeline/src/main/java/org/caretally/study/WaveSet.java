package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caretally.estimate.Change;
import org.caretally.estimate.Sampling;
import org.caretally.estimate.Waves;

/**
 * What is asked of several waves: each with the one before, and all of them together when there are
 * three or more.
 *
 * @param questions the questions, steps first, from the oldest
 * @param sharing whether the same PSUs answer in every wave
 */
record WaveSet(List<Asked> questions, boolean sharing) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20|21)\\d\\d(?!\\d)");
  private static final int ENOUGH = 3;

  /**
   * A question.
   *
   * @param question what is asked
   * @param labels the waves it is asked of, oldest first
   * @param waves the same as one design
   * @param times when they were
   * @param unit what a trend is given for: "year" or "wave"; empty for a step
   * @param newestStep whether it is the change to the newest wave
   */
  record Asked(
      Change.Question question,
      List<String> labels,
      Waves waves,
      double[] times,
      String unit,
      boolean newestStep) {

    /** Says what is asked, as families are named. */
    String words() {
      String span = labels.get(0) + " to " + labels.get(labels.size() - 1);
      return switch (question) {
        case STEP -> "change " + span;
        case LINEAR -> "linear trend " + span;
        case QUADRATIC -> "quadratic trend " + span;
      };
    }
  }

  static WaveSet of(SortedMap<String, Sampling> samplings, boolean sharing) {
    List<String> labels = List.copyOf(samplings.keySet());
    List<Sampling> all = List.copyOf(samplings.values());
    List<Asked> questions = new ArrayList<>();
    double[] step = {0, 1};
    for (int w = 1; w < all.size(); w++) {
      boolean newest = w == all.size() - 1;
      Waves two = waves(all.subList(w - 1, w + 1), sharing);
      List<String> names = labels.subList(w - 1, w + 1);
      questions.add(new Asked(Change.Question.STEP, names, two, step, "", newest));
    }
    if (all.size() >= ENOUGH) {
      double[] years = years(labels);
      String unit = years.length > 0 ? "year" : "wave";
      double[] times = years.length > 0 ? years : counted(labels.size());
      Waves whole = waves(all, sharing);
      questions.add(new Asked(Change.Question.LINEAR, labels, whole, times, unit, false));
      questions.add(new Asked(Change.Question.QUADRATIC, labels, whole, times, unit, false));
    }
    return new WaveSet(List.copyOf(questions), sharing);
  }

  private static Waves waves(List<Sampling> samplings, boolean sharing) {
    return sharing ? Waves.sharing(samplings) : Waves.fresh(samplings);
  }

  /** Returns the first year that each label names; nothing when one names none, or they repeat. */
  static double[] years(List<String> labels) {
    double[] years = new double[labels.size()];
    for (int w = 0; w < years.length; w++) {
      Matcher year = YEAR.matcher(labels.get(w));
      if (!year.find()) {
        return new double[0];
      }
      years[w] = Integer.parseInt(year.group());
      if (w > 0 && years[w] <= years[w - 1]) {
        return new double[0];
      }
    }
    return years;
  }

  private static double[] counted(int waves) {
    double[] times = new double[waves];
    for (int w = 0; w < waves; w++) {
      times[w] = w;
    }
    return times;
  }
}
