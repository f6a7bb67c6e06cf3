package org.caretally.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads to which headcounts people are weighted. */
final class WeightingReader {
  private static final String KEY = "weighting";
  private static final String OWNER = "\"weighting\"";
  private static final String MARGINS = "margins";
  private static final String CELLS = "cells";
  private static final String WAVES = "waves";
  private static final int MOST = 4096;
  private final Remarks remarks;
  private final Names names;
  private final HeadcountsReader counts;

  WeightingReader(Remarks remarks, Names names, Path folder) {
    this.remarks = remarks;
    this.names = names;
    counts = new HeadcountsReader(remarks, names, folder);
  }

  /** Reads the key of the whole study. */
  Optional<WeightingUse> read(Fields study) {
    Optional<Node> node = study.node(KEY);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Fields fields =
        Fields.read(
            remarks,
            node.get(),
            Section.WEIGHTING,
            OWNER,
            study.at(KEY),
            Section.STUDY.example(KEY));
    boolean crossed = fields.has(CELLS);
    if (crossed == fields.has(MARGINS) && !fields.broken()) {
      remarks.add(
          crossed ? Code.VALUE_NOT_ALLOWED : Code.MISSING_KEY,
          fields.at(CELLS),
          OWNER + (crossed ? " has both" : " has neither") + " \"margins\" and \"cells\"",
          "one of the two",
          Section.WEIGHTING.example(MARGINS));
    }
    List<WeightingUse.Table> tables = tables(fields, crossed);
    size(tables, fields.place());
    Map<String, List<WeightingUse.Table>> waves = waves(fields, crossed, tables);
    if (tables.isEmpty()) {
      return Optional.empty();
    }
    double[] trim = trim(fields, crossed);
    boolean keep =
        fields.choice("unanswered", "stop", List.of("stop", "keep_share")).equals("keep_share");
    return Optional.of(
        new WeightingUse(
            List.copyOf(tables), crossed, keep, trim[0], trim[1], waves, fields.place()));
  }

  private List<WeightingUse.Table> tables(Fields fields, boolean crossed) {
    List<WeightingUse.Table> tables = new ArrayList<>();
    for (Node one : fields.nodes(crossed ? CELLS : MARGINS)) {
      counts.read(one, crossed).ifPresent(tables::add);
    }
    sums(tables);
    return tables;
  }

  /** Headcounts of single waves: the same variables in the same order, or weights are no two. */
  private Map<String, List<WeightingUse.Table>> waves(
      Fields fields, boolean crossed, List<WeightingUse.Table> shared) {
    Map<String, List<WeightingUse.Table>> waves = new TreeMap<>();
    String key = crossed ? CELLS : MARGINS;
    String example = Section.WEIGHTING.example(WAVES);
    fields
        .node(WAVES)
        .flatMap(n -> Entry.all(remarks, n, "\"waves\" of \"weighting\"", example))
        .orElse(Map.of())
        .forEach(
            (wave, entry) -> {
              String owner = "headcounts of wave " + Paste.quoted(wave);
              Fields own =
                  Fields.read(
                      remarks,
                      entry.value(),
                      Section.WEIGHTING_WAVE,
                      owner,
                      entry.place(),
                      example);
              own.require(key);
              List<WeightingUse.Table> tables = tables(own, crossed);
              if (!own.broken() && !variables(tables).equals(variables(shared))) {
                own.notAllowed(
                    key,
                    String.join(", ", variables(tables)),
                    "the variables of all waves, in their order: "
                        + String.join(", ", variables(shared)));
              }
              waves.put(wave, List.copyOf(tables));
            });
    return waves;
  }

  private static List<String> variables(List<WeightingUse.Table> tables) {
    return tables.stream().flatMap(t -> t.variables().stream()).toList();
  }

  private void sums(List<WeightingUse.Table> tables) {
    for (WeightingUse.Table table : tables) {
      WeightingUse.Table first = tables.get(0);
      if (table.total() != first.total() || table.total() == 0) {
        remarks.add(
            Code.VALUE_NOT_ALLOWED,
            table.place(),
            "headcounts of "
                + Paste.quoted(table.variables().get(0))
                + " add up to "
                + table.total()
                + ", those of "
                + Paste.quoted(first.variables().get(0))
                + " to "
                + first.total(),
            "the same number of people, above 0, in every margin",
            "correct the headcounts; all of them describe one workforce");
      }
    }
  }

  private void size(List<WeightingUse.Table> tables, Place place) {
    long classes = 1;
    for (WeightingUse.Table table : tables) {
      for (String name : table.variables()) {
        classes = Math.min(MOST + 1L, classes * (names.levelIds(name).size() + 1));
      }
    }
    if (classes > MOST) {
      remarks.add(
          Code.VALUE_NOT_ALLOWED,
          place,
          "the variables of \"weighting\" have more than " + MOST + " combinations",
          "at most " + MOST,
          "leave out a variable, or merge small levels");
    }
  }

  private double[] trim(Fields fields, boolean crossed) {
    double[] trim = {0, Double.POSITIVE_INFINITY};
    Optional<Node> node = fields.node("trim");
    if (node.isEmpty()) {
      return trim;
    }
    if (crossed) {
      fields.notAllowed("trim", "trim", "headcounts under \"margins\"; those of cells fix weights");
      return trim;
    }
    String example = Section.WEIGHTING.example("trim");
    Fields bounds =
        Fields.read(remarks, node.get(), Section.TRIM, "\"trim\"", fields.at("trim"), example);
    trim[0] = bound(bounds, "lower", 0);
    trim[1] = bound(bounds, "upper", Double.POSITIVE_INFINITY);
    if (trim[0] >= 1 || trim[1] <= 1) {
      fields.notAllowed("trim", trim[0] + " to " + trim[1], "lower below 1, and upper above 1");
    }
    return trim;
  }

  private static double bound(Fields fields, String key, double otherwise) {
    String text = fields.text(key).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (text.matches("\\d{1,6}(\\.\\d{1,6})?")) {
      return Double.parseDouble(text);
    }
    fields.notAllowed(key, text, "a number such as 0.3 or 3");
    return otherwise;
  }
}
