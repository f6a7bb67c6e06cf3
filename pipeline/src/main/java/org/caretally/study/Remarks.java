package org.caretally.study;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The problems of one study file.
 *
 * @param file the study file as the user named it
 * @param problems where they are collected
 * @param closest finds close names
 */
record Remarks(String file, Problems problems, Closest closest) {

  Place at(Node node) {
    return new Place(file, node.getStartMark().map(m -> m.getLine() + 1).orElse(0));
  }

  void add(Code code, Place place, String what, String expected, String fix) {
    problems.add(new Problem(code, place, what, expected, "", fix));
  }

  /**
   * Reports a name that is not among the known ones; the fix uses the closest, when there is one.
   */
  void unknown(
      Code code,
      Place place,
      String what,
      String wanted,
      Collection<String> known,
      UnaryOperator<String> fix,
      String otherwise) {
    Closest.Found found = closest.to(wanted, known);
    problems.add(
        new Problem(
            code,
            place,
            what,
            known.isEmpty() ? "" : "one of " + Paste.names(known),
            found.phrase(),
            found.best().isEmpty() ? otherwise : fix.apply(found.best().get(0))));
  }
}
