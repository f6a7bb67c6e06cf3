package org.caretally.study;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.caretally.intake.Outside;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the declared variables. */
final class ColumnsReader {
  /** Values stay below this in size, so that cells with four decimals are far from overflow. */
  private static final long LARGEST = 1_000_000_000L;

  private final Remarks remarks;
  private final List<String> missing;
  private final TreatmentReader treatments;

  ColumnsReader(Remarks remarks, List<String> missing, Path folder) {
    this.remarks = remarks;
    this.missing = missing;
    treatments = new TreatmentReader(remarks, folder);
  }

  Map<String, Study.Column> read(Node node) {
    Map<String, Study.Column> columns = new LinkedHashMap<>();
    Entry.all(remarks, node, "\"columns\"", Section.STUDY.example("columns"))
        .orElse(Map.of())
        .forEach(
            (name, entry) -> {
              Shape.name(remarks, entry, "a variable");
              for (Study.Column column : columns(name, entry)) {
                if (columns.putIfAbsent(column.name(), column) != null) {
                  twice(column);
                }
              }
            });
    return Collections.unmodifiableMap(columns);
  }

  private void twice(Study.Column column) {
    remarks.add(
        Code.DUPLICATE_KEY,
        column.place(),
        "there already is a variable " + Paste.quoted(column.name()),
        "every name once; a choice is named after its question and itself",
        "rename the question or the variable");
  }

  private List<Study.Column> columns(String name, Entry entry) {
    String owner = "column " + Paste.quoted(name);
    String example = name + ": {levels: [North, South]}";
    Fields fields =
        Fields.read(remarks, entry.value(), Section.COLUMN, owner, entry.place(), example);
    if (fields.has("choices")) {
      return new ChoicesReader(remarks).read(name, fields, entry);
    }
    return List.of(column(name, entry, fields, owner));
  }

  private Study.Column column(String name, Entry entry, Fields fields, String owner) {
    if (!fields.broken() && fields.has("number") == fields.has("levels")) {
      kind(fields, owner);
    }
    List<String> here = fields.texts("missing");
    Map<String, String> written =
        fields.node("levels").map(n -> levels(fields, n)).orElse(Map.of());
    clash(fields, written, here);
    Optional<Study.NumberRange> number =
        fields.node("number").map(n -> number(n, owner, fields.at("number")));
    Treatment treatment = treatments.read(fields, written, number);
    Map<String, String> levels = TreatmentReader.merged(written, treatment.merged());
    return new Study.Column(
        name,
        fields.text("column").orElse(name),
        fields.text("label").orElse(name),
        number,
        levels,
        labels(fields, new LinkedHashSet<>(levels.values())),
        here,
        treatment,
        Optional.empty(),
        entry.place());
  }

  private void kind(Fields fields, String owner) {
    boolean both = fields.has("number");
    remarks.add(
        both ? Code.VALUE_NOT_ALLOWED : Code.MISSING_KEY,
        both ? fields.at("number") : fields.place(),
        owner
            + (both
                ? " has both \"number\" and \"levels\""
                : " has neither \"number\" nor \"levels\""),
        "one of the two",
        both
            ? "remove \"number\" or \"levels\""
            : Section.COLUMN.example("number") + ", or " + Section.COLUMN.example("levels"));
  }

  private Study.NumberRange number(Node node, String owner, Place place) {
    Fields fields =
        Fields.read(
            remarks,
            node,
            Section.NUMBER,
            "\"number\" of " + owner,
            place,
            "number: {min: 0, max: 80}");
    fields.require("min");
    fields.require("max");
    OptionalLong min = fields.integer("min", -LARGEST, LARGEST);
    OptionalLong max = fields.integer("max", -LARGEST, LARGEST);
    if (min.isPresent() && max.isPresent() && min.getAsLong() > max.getAsLong()) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          fields.at("min"),
          "\"min\" is larger than \"max\" in " + fields.owner(),
          "the smallest and the largest possible value",
          "min: " + max.getAsLong() + ", max: " + min.getAsLong());
    }
    return new Study.NumberRange(
        min.orElse(0),
        max.orElse(0),
        (int) fields.integer("decimals", 0, 4).orElse(0),
        fields.choice("higher", "neutral", List.of("worse", "better", "neutral")),
        Outside.valueOf(
            fields
                .choice("outside", "stop", List.of("stop", "missing", "set_aside"))
                .toUpperCase(Locale.ROOT)),
        factor(fields));
  }

  private BigDecimal factor(Fields fields) {
    Optional<String> text = fields.text("factor");
    if (text.isEmpty()) {
      return BigDecimal.ONE;
    }
    if (text.get().matches("\\d{1,9}(\\.\\d{1,12})?")) {
      BigDecimal factor = new BigDecimal(text.get());
      if (factor.signum() > 0) {
        return factor;
      }
    }
    fields.notAllowed("factor", text.get(), "a number above 0, with at most 12 decimals");
    return BigDecimal.ONE;
  }

  private Map<String, String> levels(Fields fields, Node node) {
    Map<String, String> levels = new LinkedHashMap<>();
    String owner = "\"levels\" of " + fields.owner();
    if (Nodes.isList(node)) {
      for (String text : fields.texts("levels")) {
        if (levels.put(text, text) != null) {
          remarks.add(
              Code.DUPLICATE_KEY,
              fields.at("levels"),
              Paste.quoted(text) + " is written twice in " + owner,
              "every level once",
              "levels: " + Paste.list(new LinkedHashSet<>(fields.texts("levels"))));
        }
      }
    } else {
      Entry.all(remarks, node, owner, Section.COLUMN.example("levels"))
          .orElse(Map.of())
          .forEach((text, entry) -> levels.put(text, level(text, entry, owner)));
    }
    if (Nodes.elements(node).isEmpty() || levels.containsKey("") || levels.containsValue("")) {
      fields.notAllowed("levels", "", "at least one level, and no empty text");
    }
    return Collections.unmodifiableMap(levels);
  }

  private String level(String text, Entry entry, String owner) {
    Optional<String> id = Nodes.text(entry.value());
    if (id.isEmpty()) {
      remarks.add(
          Code.WRONG_TYPE,
          entry.place(),
          Paste.quoted(text) + " in " + owner + " cannot hold " + Nodes.kind(entry.value()),
          "the short name of a level",
          Paste.scalar(text) + ": female");
    }
    return id.orElse("?");
  }

  private Map<String, String> labels(Fields fields, Set<String> ids) {
    Map<String, String> labels = new LinkedHashMap<>();
    fields
        .node("labels")
        .flatMap(
            n ->
                Entry.all(
                    remarks,
                    n,
                    "\"labels\" of " + fields.owner(),
                    Section.COLUMN.example("labels")))
        .orElse(Map.of())
        .forEach((id, entry) -> label(fields, ids, labels, entry));
    return Collections.unmodifiableMap(labels);
  }

  private void label(Fields fields, Set<String> ids, Map<String, String> labels, Entry entry) {
    String words = Nodes.text(entry.value()).orElse("");
    if (words.isEmpty()) {
      fields.wrongType("labels", entry.value(), "words for every level");
    }
    if (!ids.contains(entry.key())) {
      remarks.unknown(
          Code.UNKNOWN_NAME,
          entry.place(),
          Paste.quoted(entry.key()) + " is not a level of " + fields.owner(),
          entry.key(),
          ids,
          id -> Paste.scalar(id) + ": " + Paste.scalar(words),
          "remove it from \"labels\"");
    }
    labels.put(entry.key(), words);
  }

  /** A text cannot be a level and "no answer" at once. */
  private void clash(Fields fields, Map<String, String> levels, List<String> here) {
    for (String text : levels.keySet()) {
      if (here.contains(text) || missing.contains(text)) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            fields.at("levels"),
            Paste.quoted(text)
                + " is a level of "
                + fields.owner()
                + " and stands among the missing texts too",
            "one of the two",
            "remove it from \"levels\" or from \"missing\"");
      }
    }
  }
}
