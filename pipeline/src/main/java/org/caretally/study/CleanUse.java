package org.caretally.study;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.caretally.problem.Place;

/**
 * The rows that a study sets aside before anything is estimated.
 *
 * @param texts rules about the text of one column, in the order of the record flow
 * @param duplicates columns whose answers make two rows the same; empty for no such rule
 * @param speeders which rows were answered too fast
 * @param eligible conditions of taking part; empty for none
 * @param minimum share of all items of the instruments that must be answered
 * @param straightLining instruments whose straight lines are set aside
 */
public record CleanUse(
    List<TextRule> texts,
    List<Study.Named> duplicates,
    Optional<Speeders> speeders,
    List<Study.Condition> eligible,
    Optional<BigDecimal> minimum,
    List<Study.Named> straightLining) {

  /** No rule at all. */
  public static final CleanUse NONE =
      new CleanUse(List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), List.of());

  /** What a rule about a text is for. */
  public enum Purpose {
    OTHER_ROWS,
    PREVIEW,
    UNFINISHED,
    CONSENT,
    ATTENTION
  }

  /**
   * A rule about the text of one column.
   *
   * @param purpose what it is for
   * @param column the column
   * @param accept whether the texts are those that are kept; else those that are set aside
   * @param texts the texts; none for any text at all
   * @param place where it is written
   */
  public record TextRule(
      Purpose purpose, String column, boolean accept, List<String> texts, Place place) {}

  /**
   * Who answered too fast: in less time than either limit.
   *
   * @param columns one column with seconds; or the column of the start and that of the end
   * @param pattern how start and end are written; empty for seconds
   * @param below limit in seconds
   * @param share limit as a share of the median time
   * @param place where it is written
   */
  public record Speeders(
      List<String> columns,
      String pattern,
      OptionalLong below,
      Optional<BigDecimal> share,
      Place place) {}
}
