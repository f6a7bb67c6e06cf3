package org.caretally.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Changes;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;
import org.caretally.report.table.Results;

/** Headlines, and all challenges at a glance. */
final class Glance {
  private static final int HEADLINES = 6;

  private Glance() {}

  /** Returns one sentence for each of the largest shares. */
  static Section headlines(Material material) {
    Results results = material.results();
    List<String> lines = new ArrayList<>();
    for (Row row : results.challenges(results.latest()).rows()) {
      if (lines.size() < HEADLINES && row.shows("estimate")) {
        lines.add(sentence(row, earlier(results, row), Changed.word(results, row)));
      }
    }
    List<PageItem> items = new ArrayList<>();
    if (!lines.isEmpty()) {
      items.add(new Bullets(lines));
      items.add(
          new Prose(
              "Being at or beyond a cut-off means that a closer look would be worthwhile. It is"
                  + " not a diagnosis of anybody."));
    }
    return new Section("headlines", "Headlines", Composer.EVERYBODY, items);
  }

  private static Optional<Row> earlier(Results results, Row row) {
    List<Optional<Row>> history = results.history(row.text("construct"));
    return history.size() < 2 ? Optional.empty() : history.get(history.size() - 2);
  }

  /**
   * Writes a headline from published numbers.
   *
   * @param change what a test says about the wave before
   */
  static String sentence(Row row, Optional<Row> before, String change) {
    String percent = Numbers.percent(row.cell("estimate"));
    String interval =
        Say.bounded(row)
            ? ", likely between "
                + Numbers.percent(row.cell("ci_low"))
                + " and "
                + Numbers.percent(row.cell("ci_high"))
            : "";
    String share =
        Say.fraction(row.number("estimate"))
            .map(f -> "About " + f + " people (" + percent + interval + ")")
            .map(s -> s.replace("half people", "half of the people"))
            .orElse(percent + " of the people" + (interval.isEmpty() ? "" : interval + ","));
    String cutoff = row.text("cutoff_label");
    StringBuilder words = new StringBuilder(share);
    words.append(" answered at or beyond the cut-off for ").append(row.text("construct_label"));
    words.append(cutoff.isBlank() ? "." : " (" + cutoff + ").");
    before
        .filter(b -> b.shows("estimate") && !change.equals(Changes.SILENT))
        .ifPresent(
            b -> {
              words.append(change.startsWith("no") ? " No clear change" : " " + capital(change));
              words.append(change.startsWith("no") ? " from " : " than in ");
              words.append(Say.brief(b.text("wave"))).append(" (");
              words.append(Numbers.percent(b.cell("estimate"))).append(").");
            });
    return words.toString();
  }

  private static String capital(String word) {
    return word.equals("higher") ? "Higher" : "Lower";
  }

  /** Returns the figure of all challenges and the list of what was measured. */
  static Section section(ReportInput input, Numbering figures) {
    List<PageItem> items = new ArrayList<>(figures.at(Figure.Place.GLANCE));
    if (!input.coverage().rows().isEmpty()) {
      items.add(new Heading("What was measured, and what was not"));
      items.add(new TableItem(coverage(input), "coverage", true));
    }
    return new Section("at-a-glance", "All challenges at a glance", Composer.EVERYBODY, items);
  }

  private static DataTable coverage(ReportInput input) {
    Map<String, List<Row>> constructs = new LinkedHashMap<>();
    for (Row row : input.coverage().rows()) {
      constructs.computeIfAbsent(row.text("construct"), k -> new ArrayList<>()).add(row);
    }
    DataTable.Builder table =
        new DataTable.Builder("coverage", "Challenges and factors, and how they were measured")
            .words("Topic", "Kind", "Measured by")
            .numbers("n")
            .words("Bands", "Source");
    for (List<Row> rows : constructs.values()) {
      boolean first = true;
      for (Row row : rows) {
        String by = row.text("measured_by");
        table.row(
            first || rows.size() > 1 ? row.text("label") : "",
            kind(row.text("kind")),
            by.isBlank() ? "not measured this year" : by,
            Numbers.count(row.cell("n")),
            by.isBlank() ? "" : row.text("bands").isBlank() ? "none published" : row.text("bands"),
            row.text("source"));
        first = false;
      }
    }
    return table.build();
  }

  /** Returns the kind of a topic in words. */
  static String kind(String kind) {
    return switch (kind) {
      case "challenge" -> "challenge";
      case "protective" -> "protective factor";
      case "context" -> "condition of work";
      default -> Numbers.plain(new org.caretally.disclosure.Words(kind));
    };
  }
}
