package org.caretally.instrument;

import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Finds the line of a YAML error. */
final class YamlPlace {
  private YamlPlace() {}

  /** Returns what the reader of YAML says; empty when it says nothing useful. */
  static String reason(Throwable error) {
    if (error instanceof MarkedYamlEngineException marked && marked.getProblem() != null) {
      return ": " + marked.getProblem();
    }
    return "";
  }

  static Place of(String file, Throwable error) {
    if (error instanceof MarkedYamlEngineException marked) {
      return new Place(file, marked.getProblemMark().map(m -> m.getLine() + 1).orElse(0));
    }
    return Place.in(file);
  }
}
