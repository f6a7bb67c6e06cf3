package org.caretally.report;

import java.util.List;

/**
 * What a report is given besides its input.
 *
 * @param licence licence under which the tables are published: a name or an address; may be empty
 * @param further files that are put beside the report once it is written, relative to it
 */
public record Extras(String licence, List<String> further) {
  /** Nothing besides. */
  public static final Extras NONE = new Extras("", List.of());

  /** Takes a copy. */
  public Extras {
    further = List.copyOf(further);
  }
}
