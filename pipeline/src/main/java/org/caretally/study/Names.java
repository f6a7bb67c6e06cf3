package org.caretally.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caretally.problem.Code;
import org.caretally.problem.Place;

/**
 * The names a study declares, for looking up what its parts refer to.
 *
 * @param remarks where unknown names are reported
 * @param columns declared variables
 * @param instruments ids of the instruments asked
 * @param domains names of the breakdowns
 */
record Names(
    Remarks remarks,
    Map<String, Study.Column> columns,
    Set<String> instruments,
    Set<String> domains) {

  /** Returns whether the name is written like a scale of an instrument of the study. */
  boolean scale(String name) {
    int dot = name.indexOf('.');
    return dot > 0
        && instruments.contains(name.substring(0, dot))
        && name.substring(dot + 1).matches("[a-z0-9_]+");
  }

  /** Returns whether a variable is declared and has levels. */
  boolean levels(String name) {
    return columns.containsKey(name) && !columns.get(name).levels().isEmpty();
  }

  /** Returns whether a variable is declared and is a number. */
  boolean number(String name) {
    return columns.containsKey(name) && columns.get(name).number().isPresent();
  }

  /** Returns ids of the levels of a declared variable. */
  Set<String> levelIds(String name) {
    return new TreeSet<>(columns.get(name).levels().values());
  }

  /** Reports a name that is neither a declared variable nor a scale of an instrument asked. */
  boolean measurable(String name, Place place, String owner) {
    boolean known = columns.containsKey(name) || scale(name);
    if (!known) {
      List<String> all = new ArrayList<>(columns.keySet());
      String scale = name.contains(".") ? name.substring(name.indexOf('.')) : ".total";
      instruments.forEach(i -> all.add(i + scale));
      unknown(name, place, owner, "a declared variable or a scale of an instrument asked", all);
    }
    return known;
  }

  /** Reports a name that is no declared variable. */
  boolean variable(String name, Place place, String owner) {
    boolean known = columns.containsKey(name);
    if (!known) {
      unknown(name, place, owner, "a declared variable", columns.keySet());
    }
    return known;
  }

  void unknown(String name, Place place, String owner, String kind, Collection<String> known) {
    remarks.unknown(
        Code.UNKNOWN_NAME,
        place,
        Paste.quoted(name) + " in " + owner + " is not " + kind,
        name,
        known,
        Paste::scalar,
        otherwise(name, kind));
  }

  private static String otherwise(String name, String kind) {
    if (!kind.startsWith("a declared variable")) {
      return "declare it, or remove it";
    }
    return name.contains(".")
        ? "add the instrument under instruments, or remove " + Paste.quoted(name)
        : "declare it under columns, such as: " + Paste.scalar(name) + ": {levels: [North, South]}";
  }
}
