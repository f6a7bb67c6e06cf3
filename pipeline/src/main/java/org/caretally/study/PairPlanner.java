package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.codebook.Variable;
import org.caretally.estimate.Correlation;
import org.caretally.estimate.Estimator;
import org.caretally.estimate.PartialCorrelation;
import org.caretally.estimate.Spearman;
import org.caretally.instrument.Overlaps;
import org.caretally.problem.Code;
import org.caretally.problem.Nearest;
import org.caretally.problem.Place;
import org.caretally.problem.Problem;
import org.caretally.problem.Problems;

/** Turns the correlations a study asks for into pairs. */
final class PairPlanner {
  private final Positions positions;
  private final Map<String, String> labels;
  private final Map<String, String> constructs;
  private final Overlaps overlaps;
  private final Problems problems;
  private final FurtherPairPlanner further;
  private final Map<Set<String>, Pair> pairs = new LinkedHashMap<>();

  PairPlanner(
      Positions positions, List<Measure> measures, List<Plan.Used> used, Problems problems) {
    this.positions = positions;
    overlaps = Overlaps.of(used.stream().map(Plan.Used::instrument).toList());
    this.problems = problems;
    further = new FurtherPairPlanner(positions, problems);
    labels = new LinkedHashMap<>();
    measures.forEach(m -> labels.put(m.scale(), m.scaleLabel()));
    measures.forEach(
        m -> labels.put(m.id(), m.cutoffLabel().isEmpty() ? m.scaleLabel() : m.label()));
    constructs = new LinkedHashMap<>();
    measures.forEach(m -> constructs.put(m.scale(), m.construct()));
  }

  List<Pair> pairs(Study.CorrelationUse use, Set<String> defaults) {
    if (use.none()) {
      return List.of();
    }
    List<Pair> all = new ArrayList<>();
    for (String method : use.methods()) {
      pairs.clear();
      pairs(use, defaults, method);
      all.addAll(pairs.values());
    }
    all.addAll(further.pairs(use, this::number, overlaps));
    return List.copyOf(all);
  }

  private void pairs(Study.CorrelationUse use, Set<String> defaults, String method) {
    List<String> ids = use.measures().isEmpty() ? List.copyOf(defaults) : use.measures();
    List<Pair.Side> numbers = new ArrayList<>();
    ids.forEach(id -> number(id, use.place()).ifPresent(numbers::add));
    List<Integer> all = numbers.stream().map(Pair.Side::position).toList();
    for (int i = 0; i < numbers.size(); i++) {
      for (int j = 0; j < i; j++) {
        put(numbers.get(j), numbers.get(i), method, use.further().complete() ? all : List.of());
      }
    }
    for (List<String> pair : use.pairs()) {
      Optional<Pair.Side> x = number(pair.get(0), use.place());
      Optional<Pair.Side> y = number(pair.get(1), use.place());
      if (x.isPresent() && y.isPresent()) {
        put(x.get(), y.get(), method, List.of());
      }
    }
  }

  private void put(Pair.Side x, Pair.Side y, String method, List<Integer> answered) {
    if (!x.id().equals(y.id())) {
      String overlap = overlaps.between(x.id(), y.id()).orElse("");
      Estimator estimator = estimator(x, y, method, answered);
      pairs.putIfAbsent(Set.of(x.id(), y.id()), new Pair(x, y, overlap, method, "", estimator));
    }
  }

  private Estimator estimator(Pair.Side x, Pair.Side y, String method, List<Integer> answered) {
    Variable first = positions.at(x.position());
    Variable second = positions.at(y.position());
    if (method.equals("spearman")) {
      return new Spearman(x.position(), first, y.position(), second, answered);
    }
    return answered.isEmpty()
        ? new Correlation(x.position(), first, y.position(), second)
        : new PartialCorrelation(x.position(), first, y.position(), second, List.of(), answered);
  }

  private Optional<Pair.Side> number(String id, Place place) {
    Optional<Integer> position = positions.find(id);
    if (position.isEmpty() || positions.at(position.get()).kind() == Variable.Kind.LEVELS) {
      problems.add(
          new Problem(
              Code.UNKNOWN_NAME,
              place,
              "there is no scale or number \"" + id + "\" to correlate",
              "a scale such as phq9.total, a cut-off such as phq9.total:screen_positive, or a declared"
                  + " number",
              Nearest.to(id, positions.ids()),
              ""));
      return Optional.empty();
    }
    String label = labels.getOrDefault(id, positions.at(position.get()).label());
    return Optional.of(new Pair.Side(id, label, constructs.getOrDefault(id, ""), position.get()));
  }
}
