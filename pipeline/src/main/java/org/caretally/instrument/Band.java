package org.caretally.instrument;

import java.math.BigDecimal;
import org.caretally.codebook.Level;

/**
 * A band of a scale, known by its lower bound only, so that bands leave no gap.
 *
 * @param id its name, unique in the scale
 * @param from lower bound, in units of the score
 * @param above whether the bound itself still belongs to the band below
 */
public record Band(String id, BigDecimal from, boolean above) {

  /** Returns the band as a level: {@code moderately_severe} reads {@code Moderately severe}. */
  public Level level() {
    return new Level(id, Wording.title(id));
  }
}
