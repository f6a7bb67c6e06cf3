package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which correlations are asked for. */
final class CorrelationsReader {
  private static final String OWNER = "\"correlations\"";
  private static final String PEARSON = "pearson";
  private static final String SPEARMAN = "spearman";
  private static final String BOTH = "both";
  private static final String PAIRWISE = "pairwise";
  private static final String POLYCHORIC = "polychoric";
  private final Remarks remarks;
  private final Names names;

  CorrelationsReader(Remarks remarks, Names names) {
    this.remarks = remarks;
    this.names = names;
  }

  /** Reads the key of the whole study. */
  Study.CorrelationUse read(Fields study) {
    Place place = study.at("correlations");
    Optional<Node> node = study.node("correlations");
    if (node.isEmpty() || Nodes.isText(node.get())) {
      String word = study.choice("correlations", "default", List.of("default", "none"));
      return new Study.CorrelationUse(
          word.equals("none"),
          List.of(PEARSON),
          List.of(),
          List.of(),
          FurtherPairs.NONE,
          List.of(),
          place);
    }
    Fields fields =
        Fields.read(
            remarks, node.get(), Section.CORRELATIONS, OWNER, place, "correlations: default");
    List<String> measures = fields.texts("measures");
    measures.forEach(m -> measure(m, fields.at("measures")));
    List<String> within = fields.texts("within");
    for (String domain : within) {
      if (!names.domains().contains(domain)) {
        names.unknown(domain, fields.at("within"), OWNER, "a breakdown", names.domains());
      }
    }
    String method = fields.choice("method", PEARSON, List.of(PEARSON, SPEARMAN, BOTH));
    List<String> methods = method.equals(BOTH) ? List.of(PEARSON, SPEARMAN) : List.of(method);
    return new Study.CorrelationUse(
        false, methods, measures, pairs(fields, "pairs"), further(fields), within, place);
  }

  private FurtherPairs further(Fields fields) {
    List<List<String>> partial = pairs(fields, "partial");
    List<String> given = fields.texts("given");
    given.forEach(g -> known(g, fields.at("given")));
    if (partial.isEmpty() != given.isEmpty()) {
      remarks.add(
          Code.MISSING_KEY,
          fields.at(given.isEmpty() ? "partial" : "given"),
          "\"partial\" and \"given\" belong together in " + OWNER,
          "pairs under \"partial\", and what is held equal under \"given\"",
          "add \"" + (given.isEmpty() ? "given: [age]" : "partial: [[age, phq9.total]]") + "\"");
    }
    boolean complete =
        fields.choice("missing", PAIRWISE, List.of(PAIRWISE, "complete")).equals("complete");
    return new FurtherPairs(partial, given, pairs(fields, POLYCHORIC), complete);
  }

  private List<List<String>> pairs(Fields fields, String key) {
    List<List<String>> pairs = new ArrayList<>();
    for (Node node : fields.nodes(key)) {
      List<String> pair = new ArrayList<>();
      Nodes.elements(node).forEach(n -> Nodes.text(n).ifPresent(pair::add));
      if (!Nodes.isList(node) || pair.size() != 2 || Nodes.elements(node).size() != 2) {
        fields.wrongType(key, node, "pairs of two names in brackets");
      } else if (pair.get(0).equals(pair.get(1))) {
        fields.notAllowed(key, String.join(", ", pair), "two different names");
      }
      boolean ordered = key.equals(POLYCHORIC);
      pair.forEach(m -> check(m, remarks.at(node), ordered));
      pairs.add(List.copyOf(pair));
    }
    return List.copyOf(pairs);
  }

  private void check(String name, Place place, boolean ordered) {
    if (ordered) {
      known(name, place);
    } else {
      measure(name, place);
    }
  }

  /** The cut-offs of a scale are known when its instrument is. */
  private boolean known(String name, Place place) {
    int colon = name.indexOf(':');
    return names.measurable(colon < 0 ? name : name.substring(0, colon), place, OWNER);
  }

  private void measure(String name, Place place) {
    if (known(name, place) && names.levels(name)) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          place,
          Paste.quoted(name) + " has levels and cannot be correlated",
          "scales of instruments and variables that are numbers",
          "remove it, or name it under \"within\" as a breakdown");
    }
  }
}
