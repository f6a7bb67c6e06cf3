package org.caretally.estimate;

import java.io.Serializable;

/**
 * A group of people of one wave for whom numbers are wanted.
 *
 * @param domain id of the breakdown; empty for everybody
 * @param level id of its level; empty for everybody
 */
public record Cell(String domain, String level) implements Serializable {
  /** Everybody in the analysis population. */
  public static final Cell EVERYBODY = new Cell("", "");
}
