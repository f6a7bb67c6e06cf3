package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which regression models are asked for. */
final class ModelsReader {
  private static final List<String> KINDS = List.of("linear", "logistic", "prevalence_ratio");
  private final Remarks remarks;
  private final Names names;

  ModelsReader(Remarks remarks, Names names) {
    this.remarks = remarks;
    this.names = names;
  }

  /** Reads the key of the whole study. */
  Study.ModelUse read(Fields study) {
    Optional<Node> node = study.node("models");
    if (node.isEmpty() || Nodes.isText(node.get())) {
      String word = study.choice("models", "default", List.of("default", "none"));
      return new Study.ModelUse(word.equals("default"), List.of());
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
    return new Study.ModelUse(false, List.copyOf(asked));
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
    List<String> with = fields.texts("with");
    with.forEach(w -> measurable(w, fields.at("with"), owner));
    if (new LinkedHashSet<>(with).size() < with.size() || with.contains(outcome)) {
      fields.notAllowed("with", Paste.list(with), "each name once, and not the outcome");
    }
    Optional<String> kind =
        fields.has("kind") ? Optional.of(fields.choice("kind", "linear", KINDS)) : Optional.empty();
    String label = fields.text("label").orElse("");
    return new Study.ModelAsked(id, label, outcome, kind, with, fields.at("outcome"));
  }

  private void measurable(String name, Place place, String owner) {
    if (!name.isEmpty()) {
      int colon = name.indexOf(':');
      names.measurable(colon < 0 ? name : name.substring(0, colon), place, owner);
    }
  }
}
