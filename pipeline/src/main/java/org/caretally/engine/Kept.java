package org.caretally.engine;

import java.io.Serializable;

/**
 * One coded person of the analysis population, kept for an export.
 *
 * @param wave text of the wave
 * @param stratum text of the stratum; empty without strata
 * @param psu text of the PSU; empty when people are PSUs
 * @param fpc text of the finite population; empty without one
 * @param weight weight on its grid
 * @param row coded row
 */
record Kept(String wave, String stratum, String psu, String fpc, long weight, long[] row)
    implements Serializable {

  /** Returns the same person with a row of its own. */
  Kept copy() {
    return new Kept(wave, stratum, psu, fpc, weight, row.clone());
  }
}
