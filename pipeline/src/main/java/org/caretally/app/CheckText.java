package org.caretally.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the answer of {@code check} for people. */
final class CheckText {
  private static final int WIDEST = 40;

  private final Lines lines = new Lines();

  private CheckText() {}

  static List<String> of(Map<String, Object> answer) {
    CheckText text = new CheckText();
    text.table(
        "Columns and what they are used for", rows(answer, "mapping"), "column", "use", "coded");
    text.table("Record flow", rows(answer, "flow"), "label", "rows");
    text.table("Data quality", rows(answer, "quality"), "label", "count", "found", "rule", "done");
    text.table(
        "Scales, in people",
        rows(answer, "scales"),
        "measure",
        "complete",
        "prorated",
        "unscorable",
        "blank");
    text.table(
        "Groups too small to show",
        rows(answer, "groups_too_small"),
        "wave",
        "breakdown",
        "level",
        "people");
    text.table("Results", rows(answer, "withheld"), "table", "results", "status", "reason");
    text.protection(answer);
    text.risk(map(answer.get("risk")));
    return text.lines.all();
  }

  private void protection(Map<String, Object> answer) {
    table(
        "Results of groups, under each profile",
        rows(answer, "profiles"),
        "profile",
        "in_force",
        "shown",
        "confidential",
        "unreliable");
    sentences("Groups shown together or left out", answer.get("shown_together"));
    table(
        "What joining groups would save, in results of all breakdowns",
        answer.containsKey("joining") ? rows(answer, "joining") : List.of(),
        "breakdown",
        "withheld_now",
        "withheld_then",
        "join");
  }

  @SuppressWarnings("unchecked") // made by CheckTables
  private static List<Map<String, Object>> rows(Map<String, Object> answer, String key) {
    return (List<Map<String, Object>>) answer.get(key);
  }

  @SuppressWarnings("unchecked") // made by CheckTables
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** Adds a table with its heads; the last column may run on. */
  private void table(String title, List<Map<String, Object>> rows, String... columns) {
    if (rows.isEmpty()) {
      return;
    }
    lines.heading(title);
    StringBuilder head = new StringBuilder(" ");
    for (String column : columns) {
      head.append(' ').append(Lines.padded(column, width(rows, column))).append(' ');
    }
    lines.verbatim(head.toString().stripTrailing());
    for (Map<String, Object> row : rows) {
      StringBuilder line = new StringBuilder(" ");
      for (String column : columns) {
        String cell = row.get(column).toString();
        line.append(' ').append(Lines.padded(cell, width(rows, column))).append(' ');
      }
      lines.verbatim(line.toString().stripTrailing());
    }
  }

  private void sentences(String title, Object all) {
    List<?> list = (List<?>) all;
    if (!list.isEmpty()) {
      lines.heading(title);
      list.forEach(s -> lines.wrapped("  ", s.toString()));
    }
  }

  private static int width(List<Map<String, Object>> rows, String column) {
    int longest = rows.stream().mapToInt(r -> r.get(column).toString().length()).max().orElse(0);
    return Math.max(column.length(), Math.min(longest, WIDEST));
  }

  private void risk(Map<String, Object> risk) {
    lines.heading("Could people be recognised? (breakdowns crossed: " + list(risk) + ")");
    lines.wrapped("  ", "smallest group: " + risk.get("smallest_group"));
    lines.wrapped(
        "  ",
        "share of people in groups of fewer than "
            + risk.get("small_means_below")
            + ": "
            + percent(risk.get("share_in_small_groups")));
    lines.wrapped("  ", "share of groups in which everybody is on one side of a cut-off:");
    for (Map<String, Object> outcome : rows(risk, "outcomes")) {
      lines.wrapped(
          "    ", outcome.get("cutoff") + ": " + percent(outcome.get("share_of_groups_alike")));
    }
  }

  private static String percent(Object share) {
    return share instanceof Number n ? Math.round(n.doubleValue() * 100) + "%" : share.toString();
  }

  private static String list(Map<String, Object> risk) {
    List<?> breakdowns = (List<?>) risk.get("breakdowns");
    return breakdowns.isEmpty()
        ? "none"
        : breakdowns.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
