package org.caretally.study;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Direction;
import org.caretally.disclosure.Care;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.Mean;

/**
 * Something the report measures: the mean of a number, or the prevalence of a case.
 *
 * @param id {@code phq9.total} for a mean, {@code phq9.total:screen_positive} for a prevalence
 * @param label words for readers
 * @param scale the scale or declared variable it is made from
 * @param scaleLabel its words
 * @param cutoffLabel the cut-off in words; empty for a mean
 * @param span lowest and highest possible value
 * @param direction what a higher value means
 * @param construct the challenge or protective factor it stands for; empty for a condition of work
 * @param care how careful the disclosure gate must be
 * @param inGroups whether it is given for groups too, and not for everybody alone
 * @param estimator how it is estimated
 */
public record Measure(
    String id,
    String label,
    String scale,
    String scaleLabel,
    String cutoffLabel,
    Span span,
    Direction direction,
    String construct,
    Care care,
    boolean inGroups,
    Estimator estimator)
    implements Serializable {

  /** Returns whether it is made from a scale of an instrument, not from a declared variable. */
  public boolean ofScale() {
    return scale.indexOf('.') >= 0;
  }

  /** Returns estimators of the spread of a number; none for a share. */
  public List<Estimator> spread() {
    return estimator instanceof Mean mean ? mean.spread() : List.of();
  }
}
