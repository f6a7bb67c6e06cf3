package org.caretally.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A worked example inside a definition.
 *
 * @param name its name
 * @param variant the variant its answers are written in; empty for the instrument's own codes
 * @param exported answers as text in the order of the export's columns; empty for no answer
 * @param standard the same answers as codes of the instrument in item order, empty when the example
 *     is not about a variant
 * @param sex the person's sex
 * @param expect by scale
 * @param line line of the file
 */
public record Example(
    String name,
    String variant,
    List<String> exported,
    List<String> standard,
    Sex sex,
    Map<String, Expected> expect,
    int line) {

  /**
   * What a scale must give.
   *
   * @param score exact, or rounded half-up to at least six decimals; empty: no score
   * @param rule {@code met}, {@code not_met} or {@code unknown} for a rule; else empty
   * @param raw the prorated sum before rounding
   * @param missing how many items are unanswered
   * @param band id of the band
   * @param cases by cut-off
   * @param sexFallback whether the person is counted as classified without a known sex; empty: not
   *     checked
   * @param implausible whether the answers contradict each other; empty: not checked
   * @param components parts of a built-in score; empty: not checked
   */
  public record Expected(
      Optional<BigDecimal> score,
      String rule,
      Optional<BigDecimal> raw,
      OptionalInt missing,
      String band,
      Map<String, Boolean> cases,
      Optional<Boolean> sexFallback,
      Optional<Boolean> implausible,
      List<Long> components) {}
}
