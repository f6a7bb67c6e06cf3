package org.caretally.instrument;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.caretally.codebook.Missing;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;

/**
 * Looks for signs that an export was not read as it was meant: shifted codes, items that are
 * already reversed, a score among the items. Feed it every respondent, merge the parts of a
 * distributed run in any order, then ask for the findings. All counts are exact.
 */
public final class ItemChecks implements Serializable {
  private static final long serialVersionUID = 1L;

  final long[] lowestCode;
  final boolean[] readsNumbers;
  final long[] answered;
  final long[] lowest;
  final long[] outside;
  final long[] oneAbove;
  final long[] oneBelow;
  final long[] suspicious;
  final KeySums[] scales;
  private final AnswerCodes[] answers;
  private final Scoring scoring;
  private long respondents;
  private long straightLined;
  private long inconsistent;
  private long implausible;
  private long sexUnknown;

  private ItemChecks(
      Scoring scoring, AnswerCodes[] answers, long[] lowestCode, List<KeySums> scales) {
    int n = answers.length;
    this.scoring = scoring;
    this.answers = answers;
    this.lowestCode = lowestCode;
    this.scales = scales.toArray(new KeySums[0]);
    readsNumbers = new boolean[n];
    for (int c = 0; c < n; c++) {
      readsNumbers[c] = answers[c].readsNumbers();
    }
    answered = new long[n];
    lowest = new long[n];
    outside = new long[n];
    oneAbove = new long[n];
    oneBelow = new long[n];
    suspicious = new long[n];
  }

  /** Returns checks without any respondent. */
  public static ItemChecks of(Scoring scoring) {
    AnswerCodes[] answers = new AnswerCodes[scoring.items()];
    for (int c = 0; c < answers.length; c++) {
      answers[c] = scoring.answers(c);
    }
    long[] low = scoring.lowestCodes();
    List<KeySums> scales = new ArrayList<>();
    List<List<Integer>> seen = new ArrayList<>();
    for (ScaleInfo scale : scoring.scales()) {
      boolean options = scale.items().stream().noneMatch(c -> Missing.is(low[c]));
      if (!scale.rule() && options && scale.items().size() > 2 && !within(scale.items(), seen)) {
        seen.add(scale.items());
        scales.add(new KeySums(scale.items(), scale.reversed()));
      }
    }
    return new ItemChecks(scoring, answers, low, scales);
  }

  /** Subscales of a scale that is looked at already would say the same thing twice. */
  private static boolean within(List<Integer> items, List<List<Integer>> seen) {
    return seen.stream().anyMatch(s -> s.containsAll(items));
  }

  /**
   * Adds a respondent.
   *
   * @param codes one code per column; the marks of {@link AnswerCodes} count as no answer
   * @param flags what {@link Scoring#score} returned
   */
  public void add(long[] codes, int flags) {
    boolean any = false;
    for (int c = 0; c < answered.length; c++) {
      long code = codes[c];
      if (code > AnswerCodes.TOO_MANY_DECIMALS) {
        any = true;
        answered[c]++;
        if (code == lowestCode[c]) {
          lowest[c]++;
        }
      }
    }
    if (!any) {
      return;
    }
    respondents++;
    straightLined += (flags & Scoring.STRAIGHT_LINE) == 0 ? 0 : 1;
    inconsistent += (flags & Scoring.INCONSISTENT_SKIP) == 0 ? 0 : 1;
    implausible += (flags & Scoring.IMPLAUSIBLE) == 0 ? 0 : 1;
    sexUnknown += (flags & Scoring.SEX_FALLBACK) == 0 ? 0 : 1;
    // Who was not asked the further questions says nothing about how they go together.
    if (scoring.filled(codes) == codes) {
      for (KeySums scale : scales) {
        scale.add(codes);
      }
    }
  }

  /** Adds an answer that was {@link AnswerCodes#OUT_OF_RANGE}. */
  public void outOfRange(int column, String text) {
    outside[column]++;
    int off = answers[column].offBy(text);
    oneAbove[column] += off > 0 ? 1 : 0;
    oneBelow[column] += off < 0 ? 1 : 0;
  }

  /** Adds an answer for which {@link AnswerCodes#suspicious} is true. */
  public void suspicious(int column) {
    suspicious[column]++;
  }

  /** Adds all respondents of another part of the same run to this one and returns this one. */
  public ItemChecks merge(ItemChecks other) {
    for (int c = 0; c < answered.length; c++) {
      answered[c] += other.answered[c];
      lowest[c] += other.lowest[c];
      outside[c] += other.outside[c];
      oneAbove[c] += other.oneAbove[c];
      oneBelow[c] += other.oneBelow[c];
      suspicious[c] += other.suspicious[c];
    }
    for (int s = 0; s < scales.length; s++) {
      scales[s].merge(other.scales[s]);
    }
    respondents += other.respondents;
    straightLined += other.straightLined;
    inconsistent += other.inconsistent;
    implausible += other.implausible;
    sexUnknown += other.sexUnknown;
    return this;
  }

  /** Returns how many respondents answered at least one item. */
  public long respondents() {
    return respondents;
  }

  /** Returns how many gave one answer to a whole scale that has reversed items. */
  public long straightLined() {
    return straightLined;
  }

  /** Returns how many answered a question that an earlier answer had ruled out. */
  public long inconsistentSkips() {
    return inconsistent;
  }

  /** Returns how many gave answers that cannot all be true. */
  public long implausible() {
    return implausible;
  }

  /** Returns how many were classified by the cut-off for persons of another or unknown sex. */
  public long sexFallbacks() {
    return sexUnknown;
  }

  /**
   * Returns what was found, errors before warnings.
   *
   * @param instrument short name for messages
   * @param columns names of the columns, in order
   * @param where the place of the problems
   */
  public List<Problem> findings(String instrument, List<String> columns, Place where) {
    return new ItemFindings(this, instrument, columns, where).all();
  }
}
