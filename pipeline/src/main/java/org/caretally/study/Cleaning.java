package org.caretally.study;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.caretally.design.Condition;
import org.caretally.intake.Step;

/**
 * The rows a task sets aside, in the order of the record flow: texts, same answers, too fast,
 * impossible values, conditions, too few answers, straight lines.
 *
 * @param texts rules about the text of one column
 * @param pattern slots whose texts make two rows the same; empty for no such rule
 * @param pace who answered too fast; one or none
 * @param eligible conditions of taking part
 * @param fewest fewest items that must be answered; 0 for no such rule
 * @param straight positions of the instruments whose straight lines are set aside
 * @param steps the steps for which the study has a rule
 */
public record Cleaning(
    List<TextRule> texts,
    List<Integer> pattern,
    List<Pace> pace,
    List<Condition> eligible,
    int fewest,
    List<Integer> straight,
    List<Step> steps)
    implements Serializable {

  /**
   * A rule about one column.
   *
   * @param step where rows go that do not pass
   * @param slot slot whose code is 1 for one of the texts of the rule
   * @param accept whether those texts are kept; else they are set aside
   */
  public record TextRule(Step step, int slot, boolean accept) implements Serializable {

    /** Returns whether a row with this code is set aside; no answer is none of the texts. */
    public boolean refuses(long code) {
      return (code == 1) != accept;
    }
  }

  /**
   * Who answered too fast.
   *
   * @param slots one slot with milliseconds, or those of the start and of the end
   * @param below limit in milliseconds; 0 for none
   * @param share limit as a share of the median; 0 for none
   */
  public record Pace(List<Integer> slots, long below, BigDecimal share) implements Serializable {

    /** Returns whether the median must be known. */
    public boolean relative() {
      return share.signum() > 0;
    }

    /**
     * Returns the smallest whole number of milliseconds that is not too fast.
     *
     * @param median the median time in milliseconds, a multiple of one half
     */
    public long limit(double median) {
      BigDecimal relative = share.multiply(BigDecimal.valueOf(median));
      return Math.max(below, relative.setScale(0, RoundingMode.CEILING).longValueExact());
    }
  }
}
