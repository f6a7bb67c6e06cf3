package org.caretally.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which further descriptive numbers are asked for. */
final class DescriptivesReader {
  private static final String KEY = "descriptives";
  private static final String OWNER = "\"descriptives\"";
  private static final String RATIOS = "ratios";
  private final Remarks remarks;
  private final Names names;

  DescriptivesReader(Remarks remarks, Names names) {
    this.remarks = remarks;
    this.names = names;
  }

  /** Reads the key of the whole study. */
  DescriptiveUse read(Fields study) {
    Place place = study.at(KEY);
    Optional<Node> node = study.node(KEY);
    if (node.isEmpty()) {
      return new DescriptiveUse(false, List.of(), place);
    }
    Fields fields =
        Fields.read(
            remarks, node.get(), Section.DESCRIPTIVES, OWNER, place, Section.STUDY.example(KEY));
    boolean totals = fields.flag("totals", false);
    return new DescriptiveUse(totals, ratios(fields), place);
  }

  private List<List<String>> ratios(Fields fields) {
    List<List<String>> ratios = new ArrayList<>();
    for (Node one : fields.nodes(RATIOS)) {
      List<String> pair = new ArrayList<>();
      Nodes.elements(one).forEach(n -> Nodes.text(n).ifPresent(pair::add));
      if (!Nodes.isList(one) || pair.size() != 2 || Nodes.elements(one).size() != 2) {
        fields.wrongType(RATIOS, one, "pairs of two numbers in brackets");
      } else if (pair.get(0).equals(pair.get(1))) {
        fields.notAllowed(RATIOS, String.join(", ", pair), "two different names");
      } else if (numbers(pair, remarks.at(one))) {
        ratios.add(List.copyOf(pair));
      }
    }
    return ratios;
  }

  /** Only declared numbers and scales have totals; a scale that is unknown is told elsewhere. */
  private boolean numbers(List<String> pair, Place place) {
    boolean all = true;
    for (String name : pair) {
      if (!names.measurable(name, place, OWNER)) {
        all = false;
      } else if (!names.scale(name) && !names.number(name)) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            place,
            Paste.quoted(name) + " is no number and has no ratio",
            "scales of instruments and variables that are numbers",
            "name two numbers");
        all = false;
      }
    }
    return all;
  }
}
