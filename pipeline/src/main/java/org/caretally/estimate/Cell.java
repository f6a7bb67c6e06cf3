package org.caretally.estimate;

import java.io.Serializable;

/**
 * A group of people for whom numbers are wanted.
 *
 * @param wave wave label; empty for a survey of one wave without a name
 * @param domain id of the breakdown; empty for everybody
 * @param level id of its level; empty for everybody
 */
public record Cell(String wave, String domain, String level) implements Serializable {

  /** Returns whether the cell is everybody in the analysis population of its wave. */
  public boolean everybody() {
    return domain.isEmpty();
  }
}
