package org.caretally.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.caretally.codebook.Direction;
import org.caretally.instrument.Construct;
import org.caretally.instrument.ScaleInfo;

/**
 * Says which challenge or protective factor each scale of a study stands for. A construct takes the
 * first of its measures that the study has; an instrument of the study's own comes after all
 * published ones, by the constructs it declares, and only with a score that runs the right way.
 */
final class Placement {
  private final Map<Construct, List<String>> measures = new LinkedHashMap<>();
  private final Set<String> own;

  /**
   * Places scales.
   *
   * @param published ids of the instruments that come with the product
   */
  Placement(List<Construct> constructs, List<ScaleInfo> scales, Collection<String> published) {
    own =
        scales.stream()
            .map(s -> instrument(s.id()))
            .filter(i -> !published.contains(i))
            .collect(Collectors.toSet());
    List<String> available = scales.stream().flatMap(s -> ids(s).stream()).toList();
    for (Construct construct : constructs) {
      List<String> found = new ArrayList<>(construct.measures());
      found.retainAll(available);
      scales.stream()
          .filter(s -> own.contains(instrument(s.id())) && suits(s, construct))
          .forEach(s -> found.add(s.defaultCutoff().isEmpty() ? s.id() : s.defaultCutoff()));
      measures.put(construct, List.copyOf(found));
    }
  }

  private static List<String> ids(ScaleInfo scale) {
    List<String> ids = new ArrayList<>(List.of(scale.id()));
    scale.cutoffs().forEach(c -> ids.add(c.id()));
    return ids;
  }

  private static boolean suits(ScaleInfo scale, Construct construct) {
    boolean challenge = construct.kind() == Construct.Kind.CHALLENGE;
    Direction wanted = challenge ? Direction.WORSE : Direction.BETTER;
    return scale.direction() == wanted && scale.constructs().stream().anyMatch(construct::means);
  }

  private static String instrument(String measure) {
    return measure.substring(0, measure.indexOf('.'));
  }

  private static String scale(String measure) {
    int colon = measure.indexOf(':');
    return colon < 0 ? measure : measure.substring(0, colon);
  }

  /**
   * Returns the construct of a scale: the one whose figure it carries, else the first that could
   * use it.
   */
  Optional<Construct> of(String scale) {
    Optional<Construct> carries =
        measures.entrySet().stream()
            .filter(e -> e.getValue().stream().limit(1).anyMatch(m -> scale(m).equals(scale)))
            .map(Map.Entry::getKey)
            .findFirst();
    return carries.or(
        () ->
            measures.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(m -> scale(m).equals(scale)))
                .map(Map.Entry::getKey)
                .findFirst());
  }

  /** Returns the measure that carries each construct; absent when the study has none. */
  Map<Construct, String> carriers() {
    Map<Construct, String> found = new LinkedHashMap<>();
    measures.forEach((c, ids) -> ids.stream().limit(1).forEach(id -> found.put(c, id)));
    return found;
  }
}
