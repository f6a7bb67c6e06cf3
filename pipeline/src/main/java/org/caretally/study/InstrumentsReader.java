package org.caretally.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.caretally.problem.Code;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads which instruments were asked, in which columns. */
final class InstrumentsReader {
  /** More instruments in one study cannot be meant. */
  private static final int MOST = 100;

  /** What cells may hold. */
  static final List<String> VALUES = List.of("auto", "labels", "codes");

  private final Remarks remarks;
  private final String values;

  /**
   * Reads for one study.
   *
   * @param values what the cells of instruments hold that do not say it themselves
   */
  InstrumentsReader(Remarks remarks, String values) {
    this.remarks = remarks;
    this.values = values;
  }

  List<Study.InstrumentUse> read(Node node) {
    List<Study.InstrumentUse> uses = new ArrayList<>();
    String example = Section.STUDY.example("instruments");
    Entry.all(remarks, node, "\"instruments\"", example).orElse(Map.of()).values().stream()
        .limit(MOST)
        .forEach(entry -> uses.add(use(entry)));
    if (node instanceof MappingNode m && m.getValue().size() > MOST) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          remarks.at(node),
          "more than " + MOST + " instruments are named",
          "at most " + MOST,
          example);
    }
    if (node instanceof MappingNode m && m.getValue().isEmpty()) {
      remarks.add(
          Code.MISSING_KEY, remarks.at(node), "no instrument is named", "at least one", example);
    }
    return List.copyOf(uses);
  }

  private Study.InstrumentUse use(Entry entry) {
    Shape.name(remarks, entry, "an instrument");
    String id = entry.key();
    String owner = "instrument " + Paste.quoted(id);
    Node value = entry.value();
    if (!(value instanceof MappingNode)) {
      List<Node> nodes = Nodes.empty(value) ? List.of() : Nodes.elements(value);
      return plain(entry, columns(entry, nodes, owner));
    }
    Fields fields =
        Fields.read(
            remarks,
            value,
            Section.INSTRUMENT,
            owner,
            entry.place(),
            Section.INSTRUMENT.example("columns"));
    fields.require("columns");
    List<String> columns =
        fields.has("columns") ? columns(entry, fields.nodes("columns"), owner) : List.of();
    OptionalLong most = fields.integer("max_missing", 0, NamePattern.MOST);
    return new Study.InstrumentUse(
        id,
        columns,
        fields.choice("values", values, VALUES),
        codesFrom(fields),
        fields.text("variant"),
        most.isPresent() ? OptionalInt.of((int) most.getAsLong()) : OptionalInt.empty(),
        fields.flag("rounding", true),
        cutoffs(fields),
        fields.texts("missing"),
        extraLabels(fields),
        fields.texts("scales"),
        fields.flag("allow_unverified", false),
        fields.flag("licence_confirmed", false),
        entry.place());
  }

  private Study.InstrumentUse plain(Entry entry, List<String> columns) {
    return new Study.InstrumentUse(
        entry.key(),
        columns,
        values,
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        true,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        false,
        false,
        entry.place());
  }

  private List<String> columns(Entry entry, List<Node> nodes, String owner) {
    if (nodes.isEmpty()) {
      remarks.add(
          Code.MISSING_KEY,
          entry.place(),
          owner + " has no columns",
          "one column for each item, in the order of the instrument",
          entry.key() + ": \"Q{1..9}\"");
    }
    List<String> columns = new ArrayList<>();
    for (Node node : nodes) {
      String text = Nodes.text(node).orElse("");
      if (text.isEmpty()) {
        remarks.add(
            Code.WRONG_TYPE,
            remarks.at(node),
            "the columns of "
                + owner
                + " cannot hold "
                + (Nodes.isText(node) ? "an empty text" : Nodes.kind(node)),
            "names of columns or patterns",
            "[\"Q{1..9}\"]");
      } else {
        columns.addAll(expand(node, text, owner));
      }
    }
    if (columns.size() > NamePattern.MOST) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          remarks.at(nodes.get(0)),
          owner + " has more than " + NamePattern.MOST + " columns",
          "one column for each item",
          "name fewer columns");
      return List.of();
    }
    return List.copyOf(columns);
  }

  private List<String> expand(Node node, String text, String owner) {
    try {
      return NamePattern.expand(text);
    } catch (NamePattern.Fault e) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          remarks.at(node),
          Paste.quoted(text) + " in " + owner + ": " + e.getMessage(),
          "a column, or a pattern such as Q{1..9}, Q{01..10}, Q{a..j}, Q{1,2,5}",
          e.fix());
      return List.of(text);
    }
  }

  private static OptionalInt codesFrom(Fields fields) {
    OptionalLong from = fields.integer("codes_from", -1000, 1000);
    if (from.isPresent() && fields.has("variant")) {
      fields.notAllowed(
          "codes_from", Long.toString(from.getAsLong()), "codes_from or variant, not both");
    }
    return from.isPresent() ? OptionalInt.of((int) from.getAsLong()) : OptionalInt.empty();
  }

  private Map<String, String> cutoffs(Fields fields) {
    Map<String, String> cutoffs = new LinkedHashMap<>();
    free(fields, "cutoffs")
        .forEach(
            (name, entry) -> {
              String text = Nodes.text(entry.value()).orElse("");
              if (!name.matches("[a-z0-9_]+:[a-z0-9_]+")) {
                remarks.add(
                    Code.VALUE_NOT_ALLOWED,
                    entry.place(),
                    Paste.quoted(name) + " does not name a cut-off of " + fields.owner(),
                    "scale:cutoff",
                    "\"total:" + name.replaceAll("[^a-z0-9_]+", "_") + "\": " + Paste.scalar(text));
              }
              Shape.decimal(remarks, entry.place(), text, "\"cutoffs\" of " + fields.owner());
              cutoffs.put(name, text);
            });
    return Collections.unmodifiableMap(cutoffs);
  }

  private Map<String, Map<String, String>> extraLabels(Fields fields) {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    free(fields, "extra_labels").forEach((item, entry) -> all.put(item, labels(fields, entry)));
    return Collections.unmodifiableMap(all);
  }

  private Map<String, String> labels(Fields fields, Entry item) {
    Map<String, String> codes = new LinkedHashMap<>();
    String owner = "\"extra_labels\" of " + fields.owner();
    Entry.all(remarks, item.value(), owner, Section.INSTRUMENT.example("extra_labels"))
        .orElse(Map.of())
        .forEach(
            (label, entry) -> {
              String code = Nodes.text(entry.value()).orElse("");
              if (!code.matches("-?\\d{1,9}")) {
                remarks.add(
                    Code.WRONG_TYPE,
                    entry.place(),
                    Paste.quoted(label) + " in " + owner + " must have a code",
                    "a whole number",
                    Paste.scalar(label) + ": 1");
              }
              codes.put(label, code);
            });
    return Collections.unmodifiableMap(codes);
  }

  private Map<String, Entry> free(Fields fields, String key) {
    return fields
        .node(key)
        .flatMap(
            n ->
                Entry.all(
                    remarks,
                    n,
                    "\"" + key + "\" of " + fields.owner(),
                    Section.INSTRUMENT.example(key)))
        .orElse(Map.of());
  }
}
