package org.caretally.study;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.intake.Fold;

/**
 * What is done to the answers of a declared variable before they count.
 *
 * @param years how a date becomes whole years, when the column holds dates
 * @param recode how free texts become levels, when there is a mapping
 * @param merged new level to the levels that went into it
 */
public record Treatment(
    Optional<Years> years, Optional<Recode> recode, Map<String, List<String>> merged) {

  /**
   * Whole years from a date to a day of reference.
   *
   * @param pattern how the dates are written
   * @param until the day of reference
   */
  public record Years(String pattern, LocalDate until) {}

  /** What is done to a text that neither levels nor mapping know. */
  public enum Unmapped {
    STOP,
    MISSING,
    OTHER
  }

  /**
   * A mapping from spellings to levels.
   *
   * @param table spelling to level; an empty level means "no answer"
   * @param folds differences between spellings that do not matter
   * @param unmapped what is done to other texts
   * @param other the level for others; empty unless that is what is done
   * @param file the file the table was read from, if it was
   */
  public record Recode(
      Map<String, String> table,
      Set<Fold> folds,
      Unmapped unmapped,
      String other,
      Optional<Path> file) {}
}
