package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.words.Tongue;

/** Results of this survey beside results that others published, and why some are not compared. */
final class Peers {
  private Peers() {}

  static Optional<Section> section(ReportInput input, Numbering figures) {
    Tongue t = input.tongue();
    Grid all = Grid.of(input.years().comparators());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<PageItem> items = new ArrayList<>(figures.at(Figure.Place.PEERS));
    List<Row> matched = all.where("matched", "yes").rows();
    List<Row> others = all.where("matched", "no").rows();
    if (!matched.isEmpty()) {
      items.add(new Prose(t.say("peers.how")));
      items.add(new TableItem(table(t, matched), "comparators", true));
    }
    if (!others.isEmpty()) {
      items.add(new Heading(t.say("peers.left")));
      items.add(new TableItem(left(t, others), "comparators", false));
    }
    return Optional.of(new Section("beside", t.say("peers.title"), Audience.MANAGERS, items));
  }

  private static DataTable table(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("peers-all", t.say("peers.table"))
            .words(t.say("common.measure"))
            .numbers(t.say("peers.here"), t.say("common.interval"))
            .numbers(t.say("peers.published"), t.say("common.interval"))
            .words(t.say("peers.relation"), t.say("glance.source"))
            .words(t.say("peers.year"), t.say("peers.population"));
    for (Row row : rows) {
      boolean share = row.text("statistic").equals("prevalence");
      table.row(
          Compared.measure(row),
          share ? t.percent(row.cell("estimate")) : t.number(row.cell("estimate")),
          share ? t.interval(row) : t.span(row),
          share ? t.percent(row.cell("comparator")) : t.number(row.cell("comparator")),
          span(t, row, share),
          t.name("peers.relation", row.text("relation")),
          row.text("source"),
          row.text("year"),
          row.text("population"));
    }
    return table.build();
  }

  private static String span(Tongue t, Row row, boolean share) {
    if (!row.shows("comparator_low") || !row.shows("comparator_high")) {
      return t.say("peers.nointerval");
    }
    return share
        ? t.points(row.cell("comparator_low")) + "–" + t.points(row.cell("comparator_high"))
        : t.say(
            "common.range",
            "low",
            t.number(row.cell("comparator_low")),
            "high",
            t.number(row.cell("comparator_high")));
  }

  private static DataTable left(Tongue t, List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("peers-left", t.say("peers.left.table"))
            .words(t.say("instruments.instrument"), t.say("common.scale"))
            .words(t.say("common.cutoff"), t.say("glance.source"))
            .words(t.say("peers.year"), t.say("peers.why"));
    for (Row row : rows) {
      table.row(
          row.text("instrument"),
          row.text("scale"),
          row.text("cutoff"),
          row.text("source"),
          row.text("year"),
          row.text("reason"));
    }
    return table.build();
  }
}
