package org.caretally.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.intake.ChoiceDecoder;
import org.caretally.problem.Code;

/**
 * Reads a question of which several choices can be ticked: it becomes one variable with the levels
 * {@code yes} and {@code no} for each choice.
 */
final class ChoicesReader {
  private static final Map<String, String> LEVELS = levels();

  private final Remarks remarks;

  ChoicesReader(Remarks remarks) {
    this.remarks = remarks;
  }

  private static Map<String, String> levels() {
    Map<String, String> levels = new LinkedHashMap<>();
    levels.put("yes", "yes");
    levels.put("no", "no");
    return java.util.Collections.unmodifiableMap(levels);
  }

  /** Returns the variables, named after the question and the choice. */
  List<Study.Column> read(String name, Fields fields, Entry entry) {
    Map<String, Entry> choices =
        fields
            .node("choices")
            .flatMap(n -> Entry.all(remarks, n, fields.owner(), Section.COLUMN.example("choices")))
            .orElse(Map.of());
    for (String other : List.of("levels", "number", "labels", "date", "recode", "merge")) {
      if (fields.has(other)) {
        fields.notAllowed(other, other, "\"choices\" or \"" + other + "\", not both");
      }
    }
    List<String> texts = new ArrayList<>();
    choices.values().forEach(c -> texts.add(text(fields, c)));
    Optional<String> joined = fields.text("column");
    boolean strict = fields.choice("other", "stop", List.of("stop", "ignore")).equals("stop");
    String blank =
        fields.choice("blank", joined.isPresent() ? "missing" : "no", List.of("missing", "no"));
    String separator = fields.text("separator").orElse(";");
    List<Study.Column> columns = new ArrayList<>();
    int at = 0;
    for (Entry choice : choices.values()) {
      Shape.name(remarks, choice, "a choice");
      ChoiceDecoder decoder =
          joined.isPresent()
              ? new ChoiceDecoder(texts, at, separator, strict)
              : ChoiceDecoder.alone();
      String words = joined.isPresent() ? texts.get(at) : choice.key();
      columns.add(
          column(
              fields,
              name + "_" + choice.key(),
              joined.orElse(texts.get(at)),
              fields.text("label").orElse(name) + ": " + words,
              new Study.Choice(decoder, blank.equals("no")),
              entry));
      at++;
    }
    return columns;
  }

  private static Study.Column column(
      Fields fields, String id, String column, String label, Study.Choice choice, Entry entry) {
    return new Study.Column(
        id,
        column,
        label,
        Optional.empty(),
        LEVELS,
        Map.of("yes", "Yes", "no", "No"),
        fields.texts("missing"),
        new Treatment(Optional.empty(), Optional.empty(), Map.of()),
        Optional.of(choice),
        entry.place());
  }

  private String text(Fields fields, Entry choice) {
    String text = Nodes.text(choice.value()).orElse("");
    if (text.isEmpty()) {
      remarks.add(
          Code.WRONG_TYPE,
          choice.place(),
          Paste.quoted(choice.key()) + " in \"choices\" of " + fields.owner() + " needs a text",
          "the text of the choice in the cells, or the choice's own column",
          Section.COLUMN.example("choices"));
    }
    return text;
  }
}
