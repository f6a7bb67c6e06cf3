package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One use of a column, as {@code check} shows it: names and rules of the study file only.
 *
 * @param column the column as the study names it
 * @param use for what, in words
 * @param coded what its texts may be, in words
 */
public record Mapping(String column, String use, String coded) {
  private static final int LONGEST = 90;
  private static final Set<ColumnUse.Role> ANSWERS =
      Set.of(ColumnUse.Role.VARIABLE, ColumnUse.Role.DATE, ColumnUse.Role.ITEM);

  /** Returns every use of a column in the order of the parts of a study. */
  public static List<Mapping> of(Plan plan) {
    List<Slot> slots = new ArrayList<>();
    Coding coding = plan.coding();
    coding.declared().forEach(s -> slots.add(coding.slots().get(s)));
    coding.scored().forEach(i -> i.slots().forEach(s -> slots.add(coding.slots().get(s))));
    List<Mapping> all = new ArrayList<>();
    int next = 0;
    for (ColumnUse use : ColumnUse.all(plan.study())) {
      boolean answers = ANSWERS.contains(use.role());
      String coded = answers ? slots.get(next++).accepted() : other(use.role());
      all.add(new Mapping(use.column(), use.user(), brief(coded)));
    }
    return all;
  }

  private static String other(ColumnUse.Role role) {
    return switch (role) {
      case WEIGHT -> "a positive number";
      case FPC -> "a number of PSUs, or a fraction";
      default -> "text";
    };
  }

  private static String brief(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
