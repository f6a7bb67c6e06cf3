package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which regression models are asked for. */
final class ModelsReader {
  private static final List<String> KINDS = List.of("linear", "logistic", "prevalence_ratio");
  private static final String DOSE = "dose_response";
  private final Remarks remarks;
  private final Names names;

  ModelsReader(Remarks remarks, Names names) {
    this.remarks = remarks;
    this.names = names;
  }

  /** Reads the keys of the whole study. */
  Study.ModelUse read(Fields study) {
    Optional<Node> node = study.node("models");
    Study.DoseUse dose = dose(study);
    if (node.isEmpty() || Nodes.isText(node.get())) {
      String word = study.choice("models", "default", List.of("default", "none"));
      return new Study.ModelUse(word.equals("default"), List.of(), dose);
    }
    Map<String, Entry> entries =
        Entry.all(remarks, node.get(), "\"models\"", Section.STUDY.example("models"))
            .orElse(Map.of());
    List<Study.ModelAsked> asked = new ArrayList<>();
    entries.forEach(
        (id, entry) -> {
          Shape.name(remarks, entry, "a model");
          asked.add(model(id, entry));
        });
    return new Study.ModelUse(false, List.copyOf(asked), dose);
  }

  private Study.ModelAsked model(String id, Entry entry) {
    String owner = "model " + Paste.quoted(id);
    Place place = entry.place();
    Fields fields =
        Fields.read(
            remarks,
            entry.value(),
            Section.MODEL,
            owner,
            place,
            "{outcome: cbi.work, with: [age, profession]}");
    String outcome = fields.required("outcome");
    measurable(outcome, fields.at("outcome"), owner);
    fields.require("with");
    List<String> with = with(fields, owner);
    if (with.contains(outcome)) {
      fields.notAllowed("with", Paste.list(with), "each name once, and not the outcome");
    }
    Optional<String> kind =
        fields.has("kind") ? Optional.of(fields.choice("kind", "linear", KINDS)) : Optional.empty();
    String label = fields.text("label").orElse("");
    Study.TermUse terms =
        new Study.TermUse(reference(fields, with), splines(fields, with), pairs(fields, with));
    return new Study.ModelAsked(id, label, outcome, kind, with, terms, fields.at("outcome"));
  }

  private List<String> with(Fields fields, String owner) {
    List<String> with = fields.texts("with");
    for (String name : with) {
      if (!names.domains().contains(name)) {
        measurable(name, fields.at("with"), owner);
      }
    }
    if (new LinkedHashSet<>(with).size() < with.size()) {
      fields.notAllowed("with", Paste.list(with), "each name once, and not the outcome");
    }
    return with;
  }

  private Map<String, Entry> entries(Fields fields, String key, List<String> with) {
    Map<String, Entry> entries =
        fields
            .node(key)
            .flatMap(
                n ->
                    Entry.all(
                        remarks,
                        n,
                        "\"" + key + "\" of " + fields.owner(),
                        Section.MODEL.example(key)))
            .orElse(Map.of());
    entries.forEach((name, entry) -> among(fields, key, name, with));
    return entries;
  }

  private static void among(Fields fields, String key, String name, List<String> with) {
    if (!with.contains(name)) {
      fields.notAllowed(key, name, "names that \"with\" has: " + String.join(", ", with));
    }
  }

  private Map<String, String> reference(Fields fields, List<String> with) {
    Map<String, String> all = new LinkedHashMap<>();
    entries(fields, "reference", with)
        .forEach(
            (name, entry) -> {
              Optional<String> level = Nodes.text(entry.value());
              level.ifPresent(l -> all.put(name, l));
              if (level.isEmpty()) {
                fields.wrongType("reference", entry.value(), "one level for each name");
              }
            });
    return all;
  }

  private Map<String, List<String>> splines(Fields fields, List<String> with) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    entries(fields, "splines", with)
        .forEach((name, entry) -> all.put(name, knots(Nodes.elements(entry.value()))));
    return all;
  }

  private static List<String> knots(List<Node> nodes) {
    List<String> knots = new ArrayList<>();
    nodes.forEach(n -> knots.add(Nodes.text(n).orElse("")));
    return List.copyOf(knots);
  }

  private List<List<String>> pairs(Fields fields, List<String> with) {
    List<List<String>> pairs = new ArrayList<>();
    for (Node node : fields.nodes("interactions")) {
      List<String> pair = knots(Nodes.elements(node));
      pair.forEach(n -> among(fields, "interactions", n, with));
      if (!Nodes.isList(node) || pair.size() != 2 || pair.get(0).equals(pair.get(1))) {
        fields.wrongType("interactions", node, "pairs of two different names in brackets");
      } else if (with.containsAll(pair)) {
        pairs.add(pair);
      }
    }
    return List.copyOf(pairs);
  }

  private Study.DoseUse dose(Fields study) {
    Optional<Node> node = study.node(DOSE);
    Place place = study.at(DOSE);
    if (node.isEmpty() || Nodes.isText(node.get())) {
      String word = study.choice(DOSE, "default", List.of("default", "none"));
      return new Study.DoseUse(word.equals("default"), "", List.of(), List.of(), place);
    }
    String owner = "\"dose_response\"";
    Fields fields =
        Fields.read(
            remarks, node.get(), Section.DOSE, owner, place, "{of: caseload, knots: [10, 20, 30]}");
    String of = fields.required("of");
    measurable(of, fields.at("of"), owner);
    fields.require("knots");
    List<String> with = with(fields, owner);
    if (with.contains(of)) {
      fields.notAllowed("with", Paste.list(with), "other names than " + Paste.quoted(of));
    }
    return new Study.DoseUse(false, of, knots(fields.nodes("knots")), with, place);
  }

  private void measurable(String name, Place place, String owner) {
    if (!name.isEmpty()) {
      int colon = name.indexOf(':');
      names.measurable(colon < 0 ? name : name.substring(0, colon), place, owner);
    }
  }
}
