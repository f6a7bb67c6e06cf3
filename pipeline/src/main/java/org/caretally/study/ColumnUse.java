package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caretally.problem.Place;

/**
 * One column that a study names.
 *
 * @param column as written
 * @param role for what
 * @param user who uses it, in words
 * @param place where
 */
record ColumnUse(String column, Role role, String user, Place place) {

  /** For what a column is used. */
  enum Role {
    ITEM,
    VARIABLE,
    KEY,
    WAVE,
    WEIGHT,
    STRATA,
    PSU,
    FPC,
    /** A date of which only the whole years until a day are kept. */
    DATE,
    /** A rule about rows, which keeps nothing of the text. */
    RULE;

    /**
     * Returns whether the texts of the column only tell rows or units apart, so that nearly each
     * may be different; they are never shown.
     */
    boolean links() {
      return this != VARIABLE && this != ITEM;
    }
  }

  /**
   * Returns whether two uses may share a column. A declared variable may look at any column again:
   * a breakdown may need other levels than another, and a condition of work may be an item too. So
   * may a rule of cleaning. Each person may be a PSU, and each wave a stratum. Two items never
   * share a column.
   */
  boolean shares(ColumnUse other) {
    Set<Role> roles = role == other.role ? Set.of(role) : Set.of(role, other.role);
    return roles.contains(Role.VARIABLE)
        || roles.contains(Role.RULE)
        || roles.contains(Role.DATE)
        || roles.equals(Set.of(Role.KEY, Role.PSU))
        || roles.equals(Set.of(Role.WAVE, Role.STRATA));
  }

  /** Returns every use, in the order of the parts of a study. */
  static List<ColumnUse> all(Study study) {
    List<ColumnUse> all = new ArrayList<>();
    study.key().ifPresent(n -> all.add(of(n, Role.KEY, "\"key\"")));
    study.wave().column().ifPresent(n -> all.add(of(n, Role.WAVE, "\"wave\"")));
    study.design().weight().ifPresent(n -> all.add(of(n, Role.WEIGHT, "\"weight\"")));
    study.design().strata().ifPresent(n -> all.add(of(n, Role.STRATA, "\"strata\"")));
    study.design().psu().ifPresent(n -> all.add(of(n, Role.PSU, "\"psu\"")));
    study.design().fpc().ifPresent(n -> all.add(of(n, Role.FPC, "\"fpc\"")));
    study.design().replicates().stream()
        .flatMap(r -> r.columns().stream())
        .forEach(n -> all.add(of(n, Role.WEIGHT, "\"replicates\"")));
    Set<String> notAsked = study.years().notAsked();
    study.columns().values().stream()
        .filter(c -> !notAsked.contains(c.name()))
        .map(
            c ->
                new ColumnUse(c.column(), role(c), "variable " + Paste.quoted(c.name()), c.place()))
        .forEach(all::add);
    for (Study.InstrumentUse use : study.instruments()) {
      int item = 0;
      for (String column : notAsked.contains(use.id()) ? List.<String>of() : use.columns()) {
        item++;
        all.add(
            new ColumnUse(
                column, Role.ITEM, "item " + item + " of " + Paste.quoted(use.id()), use.place()));
      }
    }
    clean(study.clean(), all);
    return all;
  }

  private static void clean(CleanUse clean, List<ColumnUse> all) {
    clean.texts().stream()
        .map(t -> new ColumnUse(t.column(), Role.RULE, "\"clean\"", t.place()))
        .forEach(all::add);
    clean.duplicates().stream().map(n -> of(n, Role.RULE, "\"duplicates\"")).forEach(all::add);
    for (CleanUse.Speeders speeders : clean.speeders().stream().toList()) {
      for (String column : speeders.columns()) {
        all.add(new ColumnUse(column, Role.RULE, "\"speeders\"", speeders.place()));
      }
    }
  }

  private static Role role(Study.Column column) {
    return column.treatment().years().isPresent() ? Role.DATE : Role.VARIABLE;
  }

  private static ColumnUse of(Study.Named named, Role role, String user) {
    return new ColumnUse(named.name(), role, user, named.place());
  }
}
