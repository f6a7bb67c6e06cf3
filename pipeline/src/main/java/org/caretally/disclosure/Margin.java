package org.caretally.disclosure;

import java.util.List;

/**
 * Groups that divide another one: nobody is in two of them, and all of them are in the whole.
 * Somebody of the whole may be in none.
 *
 * @param whole the group that is divided
 * @param parts the groups it is divided into
 */
public record Margin(Group whole, List<Group> parts) {

  /** Copies the parts. */
  public Margin {
    parts = List.copyOf(parts);
  }
}
