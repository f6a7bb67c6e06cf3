package org.caretally.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.codebook.Variable;

/** The variables of a row in order, and where each is. */
final class Positions {
  private final List<Variable> variables = new ArrayList<>();
  private final Map<String, Integer> byId = new HashMap<>();

  /** Adds a variable and returns its position. */
  int add(Variable variable) {
    byId.put(variable.id(), variables.size());
    variables.add(variable);
    return variables.size() - 1;
  }

  Optional<Integer> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  int of(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no variable " + id));
  }

  Variable at(int position) {
    return variables.get(position);
  }

  Collection<String> ids() {
    return byId.keySet();
  }

  List<Variable> all() {
    return List.copyOf(variables);
  }
}
