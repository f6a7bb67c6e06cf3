package org.caretally.study;

import static java.math.BigDecimal.ONE;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caretally.intake.TimePattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what is done to the answers of a declared variable before they count. */
final class TreatmentReader {
  private final Remarks remarks;
  private final Path folder;

  TreatmentReader(Remarks remarks, Path folder) {
    this.remarks = remarks;
    this.folder = folder;
  }

  /**
   * Reads the treatment of a variable.
   *
   * @param written text in the data to level, as the study writes them
   * @param number range, when the variable is a number
   */
  Treatment read(Fields column, Map<String, String> written, Optional<Study.NumberRange> number) {
    Set<String> ids = new LinkedHashSet<>(written.values());
    for (String key : List.of("recode", "merge")) {
      if (column.has(key) && ids.isEmpty()) {
        column.notAllowed(key, key, "\"levels\" in " + column.owner());
        return new Treatment(Optional.empty(), Optional.empty(), Map.of());
      }
    }
    return new Treatment(
        years(column, number),
        column.has("recode")
            ? new RecodeReader(remarks, folder, ids).read(column)
            : Optional.empty(),
        merge(column, ids));
  }

  /** Returns the levels after some were merged: texts keep their order. */
  static Map<String, String> merged(Map<String, String> levels, Map<String, List<String>> merged) {
    Map<String, String> all = new LinkedHashMap<>();
    levels.forEach((text, id) -> all.put(text, merged(id, merged)));
    return Collections.unmodifiableMap(all);
  }

  /** Returns the level that another went into, or itself. */
  static String merged(String id, Map<String, List<String>> merged) {
    return merged.entrySet().stream()
        .filter(e -> e.getValue().contains(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(id);
  }

  private Optional<Treatment.Years> years(Fields column, Optional<Study.NumberRange> number) {
    Optional<Node> node = column.node("date");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Fields fields =
        Fields.read(
            remarks,
            node.get(),
            Section.DATE,
            "\"date\" of " + column.owner(),
            column.at("date"),
            Section.COLUMN.example("date"));
    String pattern = fields.required("pattern");
    String until = fields.required("until");
    if (!pattern.isEmpty() && !date(pattern)) {
      fields.notAllowed("pattern", pattern, "how a whole date is written, with day and year");
      return Optional.empty();
    }
    boolean plain =
        number.map(n -> n.decimals() == 0 && n.factor().compareTo(ONE) == 0).orElse(false);
    if (!plain) {
      column.notAllowed(
          "date", "date", "\"number\" with the range of years, without decimals and factor");
    }
    try {
      return Optional.of(new Treatment.Years(pattern, LocalDate.parse(until)));
    } catch (DateTimeException e) {
      if (!until.isEmpty()) {
        fields.notAllowed("until", until, "a date as year-month-day");
      }
      return Optional.empty();
    }
  }

  private static boolean date(String pattern) {
    try {
      return new TimePattern(pattern).hasDate();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Map<String, List<String>> merge(Fields column, Set<String> ids) {
    Map<String, List<String>> merged = new LinkedHashMap<>();
    Set<String> taken = new LinkedHashSet<>();
    String owner = "\"merge\" of " + column.owner();
    for (Entry entry : entries(column, owner).values()) {
      List<String> from = new ArrayList<>();
      for (Node node : Nodes.elements(entry.value())) {
        String id = Nodes.text(node).orElse("");
        RecodeReader.level(remarks, remarks.at(node), owner, id, ids);
        if (!taken.add(id)) {
          column.notAllowed("merge", id, "every level in one place only");
        }
        from.add(id);
      }
      merged.put(entry.key(), List.copyOf(from));
    }
    merged.forEach(
        (target, from) -> {
          if (target.isEmpty() || (taken.contains(target) && !from.contains(target))) {
            column.notAllowed("merge", target, "a level that does not go into another itself");
          }
        });
    return Collections.unmodifiableMap(merged);
  }

  private Map<String, Entry> entries(Fields column, String owner) {
    return column
        .node("merge")
        .flatMap(n -> Entry.all(remarks, n, owner, Section.COLUMN.example("merge")))
        .orElse(Map.of());
  }
}
