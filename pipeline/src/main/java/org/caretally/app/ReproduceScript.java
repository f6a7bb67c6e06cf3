package org.caretally.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caretally.design.Axis;
import org.caretally.design.Design;
import org.caretally.design.Domain;
import org.caretally.design.Errors;
import org.caretally.design.LonelyPsu;
import org.caretally.study.ExportColumn;
import org.caretally.study.ExportColumn.Kind;
import org.caretally.study.Plan;

/**
 * Writes {@code reproduce.R}: an R script that recomputes published results from exported rows, by
 * the design of the study, and compares.
 *
 * @param plan the study
 * @param columns the columns of the export
 */
record ReproduceScript(Plan plan, List<ExportColumn> columns) {
  private static final String TEMPLATE = "reproduce.R";
  private static final String MARK = "# @study@";

  String text() {
    Design design = plan.coding().design();
    boolean sampled = design.stratified() || design.clustered() || design.finite();
    boolean exported = columns.stream().anyMatch(c -> c.kind().design());
    String why = incomparable(design, sampled && !exported);
    Map<String, String> said = new LinkedHashMap<>();
    said.put("weighted", logical(has(Kind.WEIGHT)));
    said.put("with_design", logical(exported));
    said.put("stratified", logical(exported && design.stratified()));
    said.put("clustered", logical(exported && design.clustered()));
    said.put("finite", logical(exported && design.finite()));
    said.put("lonely", quoted(lonely(design.lonely())));
    said.put("rounded", logical(!plan.study().disclosure().profile().equals("public-use")));
    said.put("comparable", logical(why.isEmpty()));
    said.put("why", quoted(why));
    said.put("measures", measures());
    said.put("domains", domains());
    String study =
        said.entrySet().stream()
            .map(e -> e.getKey() + " <- " + e.getValue())
            .collect(Collectors.joining("\n"));
    return template().replace(MARK, study);
  }

  /** Why errors cannot be repeated from the rows; empty when they can. */
  private String incomparable(Design design, boolean withoutDesign) {
    if (withoutDesign) {
      return "the export has no strata and sampling units (export with --design)";
    }
    if (plan.coding().weighting().wanted()) {
      return "they allow for weights that meet headcounts";
    }
    if (design.errors() instanceof Errors.Replicates) {
      return "they come from replicate weights";
    }
    return design.errors().equals(Errors.linearised()) ? "" : "they come from a jackknife";
  }

  private boolean has(Kind kind) {
    return columns.stream().anyMatch(c -> c.kind() == kind);
  }

  private String measures() {
    return columns.stream()
        .filter(c -> c.kind() == Kind.NUMBER || c.kind() == Kind.CASE)
        .map(c -> quoted(c.id()) + " = " + quoted(c.name()))
        .collect(Collectors.joining(",\n  ", "c(\n  ", ")"));
  }

  /** Breakdowns without further conditions whose axes are all columns. */
  private String domains() {
    List<String> lines = new ArrayList<>();
    for (Domain domain : plan.coding().domains()) {
      List<String> names = new ArrayList<>();
      for (Axis axis : domain.axes()) {
        column(axis).ifPresent(names::add);
      }
      if (domain.where().isEmpty() && !names.isEmpty() && names.size() == domain.axes().size()) {
        String all = names.stream().map(ReproduceScript::quoted).collect(Collectors.joining(", "));
        lines.add(quoted(domain.id()) + " = c(" + all + ")");
      }
    }
    return lines.stream().collect(Collectors.joining(",\n  ", "list(\n  ", ")"));
  }

  private Optional<String> column(Axis axis) {
    return columns.stream()
        .filter(c -> axis.cuts().length == 0 ? level(c, axis) : band(c, axis))
        .map(ExportColumn::name)
        .findFirst();
  }

  private static boolean level(ExportColumn column, Axis axis) {
    return column.kind() == Kind.LEVEL && column.position() == axis.variable();
  }

  private boolean band(ExportColumn column, Axis axis) {
    return column.kind() == Kind.BAND
        && plan.coding().domains().get(column.position()).axes().equals(List.of(axis));
  }

  private static String lonely(LonelyPsu rule) {
    return switch (rule) {
      case FAIL -> "fail";
      case REMOVE -> "remove";
      case CERTAINTY -> "certainty";
      case ADJUST -> "adjust";
      case AVERAGE -> "average";
    };
  }

  private static String logical(boolean value) {
    return value ? "TRUE" : "FALSE";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String template() {
    try (InputStream in = ReproduceScript.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException(TEMPLATE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
