package org.caretally.study;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.intake.HeadcountTable;
import org.caretally.problem.Code;
import org.caretally.problem.Place;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one table of headcounts: written into the study file, or a file beside it. */
final class HeadcountsReader {
  private static final String OWNER = "\"weighting\"";
  private static final String MARGINS = "margins";
  private static final String CELLS = "cells";
  private static final String COUNTS = "counts";
  private final Remarks remarks;
  private final Names names;
  private final Path folder;

  HeadcountsReader(Remarks remarks, Names names, Path folder) {
    this.remarks = remarks;
    this.names = names;
    this.folder = folder;
  }

  /** Reads one table; nothing, and reported, when it names no variables with levels. */
  Optional<WeightingUse.Table> read(Node node, boolean crossed) {
    Place place = remarks.at(node);
    Section section = crossed ? Section.WEIGHTING_CELLS : Section.WEIGHTING_MARGIN;
    String example = Section.WEIGHTING.example(crossed ? CELLS : MARGINS);
    Fields fields = Fields.read(remarks, node, section, "headcounts", place, example);
    String key = crossed ? "variables" : "variable";
    fields.require(key);
    List<String> variables = fields.texts(key);
    for (String name : variables) {
      if (names.variable(name, fields.at(key), OWNER) && !names.levels(name)) {
        fields.notAllowed(key, name, "a variable with levels");
      }
    }
    boolean known = variables.stream().allMatch(names::levels);
    if (variables.isEmpty() || !known) {
      return Optional.empty();
    }
    if (fields.has("file") == fields.has(COUNTS)) {
      fields.require(crossed || !fields.has("file") ? "file" : COUNTS);
      if (fields.has(COUNTS)) {
        fields.notAllowed("file", fields.text("file").orElse(""), "either \"file\" or \"counts\"");
      }
    }
    Map<List<String>, Long> counts = new LinkedHashMap<>();
    written(fields, variables, counts);
    Optional<Path> file = file(fields, variables, counts);
    return Optional.of(new WeightingUse.Table(variables, counts, file, place));
  }

  private void written(Fields fields, List<String> variables, Map<List<String>, Long> counts) {
    fields
        .node(COUNTS)
        .flatMap(n -> Entry.all(remarks, n, "\"counts\"", "counts: {Nurse: 12000}"))
        .orElse(Map.of())
        .forEach(
            (level, entry) -> {
              String count = Nodes.text(entry.value()).orElse("");
              if (count.matches("\\d{1,12}")) {
                put(variables, List.of(level), Long.parseLong(count), entry.place(), counts);
              } else {
                fields.wrongType(COUNTS, entry.value(), "a whole number of people");
              }
            });
  }

  private Optional<Path> file(
      Fields fields, List<String> variables, Map<List<String>, Long> counts) {
    Optional<String> name = fields.text("file");
    try {
      Optional<Path> path = name.map(n -> folder.resolve(n).normalize());
      path.ifPresent(
          p ->
              HeadcountTable.read(p, name.get(), fields.at("file"), variables, remarks.problems())
                  .forEach(
                      l ->
                          put(
                              variables,
                              l.levels(),
                              l.count(),
                              new Place(name.get(), l.line()),
                              counts)));
      return path;
    } catch (InvalidPathException e) {
      fields.notAllowed("file", name.orElse(""), "a file beside the study file");
      return Optional.empty();
    }
  }

  private void put(
      List<String> variables,
      List<String> levels,
      long count,
      Place place,
      Map<List<String>, Long> counts) {
    for (int i = 0; i < levels.size(); i++) {
      String level = levels.get(i);
      if (!names.levelIds(variables.get(i)).contains(level)) {
        names.unknown(
            level,
            place,
            "headcounts",
            "a level of " + Paste.quoted(variables.get(i)),
            names.levelIds(variables.get(i)));
        return;
      }
    }
    if (counts.putIfAbsent(levels, count) != null) {
      remarks.add(
          Code.DUPLICATE_KEY, place, "a headcount is there twice", "one", "remove one of the two");
    }
  }
}
