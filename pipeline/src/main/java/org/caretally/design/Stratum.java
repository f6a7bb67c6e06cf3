package org.caretally.design;

import java.io.Serializable;

/**
 * A stratum of the first stage. Its name means the same in every wave.
 *
 * @param id stratum as the data name it; empty without strata
 */
public record Stratum(String id) implements Comparable<Stratum>, Serializable {
  @Override
  public int compareTo(Stratum other) {
    return id.compareTo(other.id);
  }
}
