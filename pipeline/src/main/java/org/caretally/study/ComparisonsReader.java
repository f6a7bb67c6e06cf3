package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which groups are compared. */
final class ComparisonsReader {
  private static final String KEY = "comparisons";
  private static final String OWNER = "\"comparisons\"";
  private static final String CHANGES = "changes";
  private static final int PARTS = 3;
  private final Remarks remarks;
  private final Names names;

  ComparisonsReader(Remarks remarks, Names names) {
    this.remarks = remarks;
    this.names = names;
  }

  /** Reads the key of the whole study. */
  ComparisonUse read(Fields study) {
    Place place = study.at(KEY);
    Optional<Node> node = study.node(KEY);
    if (node.isEmpty() || Nodes.isText(node.get())) {
      String word = study.choice(KEY, "default", List.of("default", "none"));
      return new ComparisonUse(word.equals("none"), List.of(), Optional.empty(), place);
    }
    Fields fields =
        Fields.read(remarks, node.get(), Section.COMPARISONS, OWNER, place, "comparisons: default");
    List<ComparisonUse.Planned> planned = new ArrayList<>();
    for (Node one : fields.nodes("planned")) {
      List<String> parts = new ArrayList<>();
      Nodes.elements(one).forEach(n -> Nodes.text(n).ifPresent(parts::add));
      if (!Nodes.isList(one) || parts.size() != PARTS || Nodes.elements(one).size() != PARTS) {
        fields.wrongType("planned", one, "a breakdown and two of its levels, in brackets");
      } else if (parts.get(1).equals(parts.get(2))) {
        fields.notAllowed("planned", String.join(", ", parts), "two different levels");
      } else if (!names.domains().contains(parts.get(0))) {
        names.unknown(parts.get(0), remarks.at(one), OWNER, "a breakdown", names.domains());
      } else {
        planned.add(
            new ComparisonUse.Planned(parts.get(0), parts.get(1), parts.get(2), remarks.at(one)));
      }
    }
    Optional<List<Study.Named>> changes =
        fields.has(CHANGES) ? Optional.of(List.copyOf(changes(fields))) : Optional.empty();
    return new ComparisonUse(false, List.copyOf(planned), changes, place);
  }

  /** Names of planned changes; the word "none" plans none of them. */
  private static List<Study.Named> changes(Fields fields) {
    List<Study.Named> named = fields.allNamed(CHANGES);
    boolean none = named.size() == 1 && named.get(0).name().equals("none");
    return none ? List.of() : named;
  }
}
