package org.caretally.design;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A stratum of the first stage. When every wave draws a fresh sample the wave is part of the key,
 * so that waves are independent; when waves share their PSUs the wave is empty and their covariance
 * is estimated.
 *
 * @param wave wave label, or empty
 * @param id stratum as the data name it; empty without strata
 */
public record Stratum(String wave, String id) implements Comparable<Stratum>, Serializable {
  private static final Comparator<Stratum> ORDER =
      Comparator.comparing(Stratum::wave).thenComparing(Stratum::id);

  @Override
  public int compareTo(Stratum other) {
    return ORDER.compare(this, other);
  }
}
