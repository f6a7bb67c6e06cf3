package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import org.caretally.estimate.Classes;

/**
 * The order in which headcounts of a study stand: a key of levels for each, empty for no answer.
 */
final class HeadcountKeys {
  private HeadcountKeys() {}

  /** Levels of each variable, and after them those without an answer, who have no key. */
  static List<List<String>> levels(List<List<String>> levels) {
    List<List<String>> keys = new ArrayList<>();
    for (List<String> variable : levels) {
      variable.forEach(l -> keys.add(List.of(l)));
      keys.add(List.of());
    }
    return keys;
  }

  /** Combinations of levels; one in which somebody did not answer has no key. */
  static List<List<String>> cells(Classes classes, List<List<String>> levels) {
    List<List<String>> keys = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      List<String> key = new ArrayList<>();
      for (int i = 0; i < levels.size(); i++) {
        int level = classes.level(c, i);
        if (level < levels.get(i).size()) {
          key.add(levels.get(i).get(level));
        }
      }
      keys.add(key.size() == levels.size() ? key : List.of());
    }
    return keys;
  }

  /**
   * Returns words for headcounts; empty for people without an answer.
   *
   * @param levels levels of each variable that has headcounts by itself; empty for combinations
   */
  static List<String> names(
      List<String> variables, List<List<String>> keys, List<List<String>> levels) {
    List<String> names = new ArrayList<>();
    for (int at = 0; at < keys.size(); at++) {
      String what =
          levels.isEmpty() ? String.join(", ", variables) : variables.get(margin(levels, at));
      names.add(keys.get(at).isEmpty() ? "" : what + ": " + String.join(", ", keys.get(at)));
    }
    return names;
  }

  /** Returns the variable that a target of raking belongs to. */
  static int margin(List<List<String>> levels, int target) {
    int at = 0;
    for (int i = 0; i < levels.size(); i++) {
      at += levels.get(i).size() + 1;
      if (target < at) {
        return i;
      }
    }
    return 0;
  }

  /** Returns the headcounts of some tables in the order of the keys. */
  static double[] counts(
      List<WeightingUse.Table> tables, List<List<String>> keys, List<List<String>> levels) {
    double[] counts = new double[keys.size()];
    for (int at = 0; at < counts.length; at++) {
      WeightingUse.Table table = tables.get(tables.size() > 1 ? margin(levels, at) : 0);
      counts[at] = table.counts().getOrDefault(keys.get(at), 0L);
    }
    return counts;
  }
}
