package org.caretally.study;

import java.io.Serializable;
import java.util.List;
import org.caretally.codebook.Variable;
import org.caretally.design.Condition;
import org.caretally.design.Design;
import org.caretally.design.Domain;
import org.caretally.estimate.Layout;

/**
 * Everything a task needs to turn rows of text into a ledger.
 *
 * @param files data files, the first one holds the respondents
 * @param slots needed columns
 * @param roles which slots say who a row is
 * @param declared for each declared variable its slot, in row order; they take the first positions
 *     of a row
 * @param scored instruments
 * @param variables what each position of a row means
 * @param sex position of the variable with sexes, or -1
 * @param sexes for each level of that variable: 0 female, 1 male, 2 other or unknown
 * @param zeroWeightsAside whether a weight of zero is allowed and set aside
 * @param design the design
 * @param analysis conditions of the analysis population
 * @param cleaning rows that are set aside
 * @param domains breakdowns, in the order of the cells
 * @param layout sums to keep
 * @param weighting headcounts that weights are made to meet
 * @param wave label of the wave of all rows; empty when a column tells it, or there is only one
 */
public record Coding(
    List<SourceFile> files,
    List<Slot> slots,
    Roles roles,
    List<Integer> declared,
    List<Scored> scored,
    List<Variable> variables,
    int sex,
    List<Integer> sexes,
    boolean zeroWeightsAside,
    Design design,
    List<Condition> analysis,
    Cleaning cleaning,
    List<Domain> domains,
    Layout layout,
    Weighting weighting,
    String wave)
    implements Serializable {

  /** Returns the same coding with other weights. */
  public Coding weighted(Weighting other) {
    return new Coding(
        files,
        slots,
        roles,
        declared,
        scored,
        variables,
        sex,
        sexes,
        zeroWeightsAside,
        design,
        analysis,
        cleaning,
        domains,
        layout,
        other,
        wave);
  }

  /** Returns the same coding with the sums of another wave, whose rows have the same shape. */
  Coding summedLike(Coding newest) {
    return new Coding(
        files,
        slots,
        roles,
        declared,
        scored,
        variables,
        sex,
        sexes,
        zeroWeightsAside,
        design,
        analysis,
        cleaning,
        newest.domains,
        newest.layout,
        newest.weighting,
        wave);
  }

  /** Returns the same coding over other files of the same shape. */
  public Coding over(List<SourceFile> others) {
    return new Coding(
        others,
        slots,
        roles,
        declared,
        scored,
        variables,
        sex,
        sexes,
        zeroWeightsAside,
        design,
        analysis,
        cleaning,
        domains,
        layout,
        weighting,
        wave);
  }
}
