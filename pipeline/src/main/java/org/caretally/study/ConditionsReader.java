package org.caretally.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.problem.Code;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads lists of conditions and the people the report speaks about. */
final class ConditionsReader {
  private final Remarks remarks;
  private final Names names;

  ConditionsReader(Remarks remarks, Names names) {
    this.remarks = remarks;
    this.names = names;
  }

  Study.Analysis analysis(Optional<Node> node) {
    if (node.isEmpty()) {
      return new Study.Analysis("", List.of());
    }
    Fields fields =
        Fields.read(
            remarks,
            node.get(),
            Section.ANALYSIS,
            "\"analysis\"",
            remarks.at(node.get()),
            Section.STUDY.example("analysis"));
    // Readers of the report must be told who is in it, and a label alone would promise too much.
    fields.require("label");
    fields.require("where");
    return new Study.Analysis(fields.text("label").orElse(""), where(fields));
  }

  /** Reads the key {@code where}. */
  List<Study.Condition> where(Fields owner) {
    List<Study.Condition> all = new ArrayList<>();
    for (Node node : owner.nodes("where")) {
      all.add(condition(node, owner.owner()));
    }
    if (owner.has("where") && all.isEmpty()) {
      owner.notAllowed("where", "[]", "at least one condition");
    }
    return List.copyOf(all);
  }

  private Study.Condition condition(Node node, String of) {
    Fields fields =
        Fields.read(
            remarks,
            node,
            Section.CONDITION,
            "a condition of " + of,
            remarks.at(node),
            "{variable: age, min: 18}");
    Study.Condition c =
        new Study.Condition(
            fields.required("variable"),
            fields.text("min").orElse(""),
            fields.text("max").orElse(""),
            fields.texts("levels"),
            fields.flag("answered", false),
            fields.place());
    boolean narrows = !c.min().isEmpty() || !c.max().isEmpty() || !c.levels().isEmpty();
    if (!fields.broken() && narrows == c.answered()) {
      remarks.add(
          narrows ? Code.VALUE_NOT_ALLOWED : Code.MISSING_KEY,
          c.place(),
          fields.owner()
              + (narrows
                  ? " has \"answered\" beside \"min\", \"max\" or \"levels\", which need an answer anyway"
                  : " says nothing about its variable"),
          "\"min\", \"max\" or \"levels\"; or \"answered: true\" alone",
          narrows ? "remove \"answered\"" : "answered: true");
    }
    if (!c.variable().isEmpty() && names.measurable(c.variable(), fields.at("variable"), of)) {
      fits(fields, c);
    }
    return c;
  }

  private void fits(Fields fields, Study.Condition c) {
    Optional<BigDecimal> min = bound(fields, "min", c.min());
    Optional<BigDecimal> max = bound(fields, "max", c.max());
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      fields.notAllowed("min", c.min(), "a number not larger than \"max\"");
    }
    if (names.levels(c.variable())) {
      for (String level : c.levels()) {
        if (!names.levelIds(c.variable()).contains(level)) {
          names.unknown(
              level,
              fields.at("levels"),
              fields.owner(),
              "a level of " + Paste.quoted(c.variable()),
              names.levelIds(c.variable()));
        }
      }
      wrongKind(fields, c, fields.has("min") || fields.has("max"), "levels", "\"levels\"");
    } else {
      wrongKind(fields, c, fields.has("levels"), "min", "\"min\" or \"max\"");
    }
  }

  private Optional<BigDecimal> bound(Fields fields, String key, String text) {
    return text.isEmpty()
        ? Optional.empty()
        : Shape.decimal(remarks, fields.at(key), text, "\"" + key + "\" of " + fields.owner());
  }

  private void wrongKind(
      Fields fields, Study.Condition c, boolean wrong, String instead, String words) {
    if (wrong) {
      boolean levels = instead.equals("levels");
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          fields.place(),
          Paste.quoted(c.variable())
              + (levels
                  ? " has levels and is no number, in "
                  : " is a number and has no levels, in ")
              + fields.owner(),
          words,
          levels ? "levels: " + Paste.list(names.levelIds(c.variable())) : "min: 1");
    }
  }
}
