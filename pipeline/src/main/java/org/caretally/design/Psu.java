package org.caretally.design;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A primary sampling unit: an agency, a county, or one person. Its name only has meaning inside its
 * stratum.
 *
 * @param stratum the stratum it was drawn from
 * @param id the unit as the data name it
 */
public record Psu(Stratum stratum, String id) implements Comparable<Psu>, Serializable {
  private static final Comparator<Psu> ORDER =
      Comparator.comparing(Psu::stratum).thenComparing(Psu::id);

  @Override
  public int compareTo(Psu other) {
    return ORDER.compare(this, other);
  }
}
