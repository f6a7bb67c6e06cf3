package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Numbers;

/** Results of this survey beside results that others published, and why some are not compared. */
final class Peers {
  private Peers() {}

  static Optional<Section> section(ReportInput input, Numbering figures) {
    Grid all = Grid.of(input.years().comparators());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<PageItem> items = new ArrayList<>(figures.at(Figure.Place.PEERS));
    List<Row> matched = all.where("matched", "yes").rows();
    List<Row> others = all.where("matched", "no").rows();
    if (!matched.isEmpty()) {
      items.add(
          new Prose(
              "Only results of the same instrument, scale and cut-off stand beside ours. Who was"
                  + " asked, when and how may differ all the same, so a difference need not come"
                  + " from the work. Higher or lower: the 95% intervals do not meet."));
      items.add(new TableItem(table(matched), "comparators", true));
    }
    if (!others.isEmpty()) {
      items.add(new Heading("Published results that are not compared"));
      items.add(new TableItem(left(others), "comparators", false));
    }
    return Optional.of(
        new Section("beside", "Beside other published results", Composer.MANAGERS, items));
  }

  private static DataTable table(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("peers-all", "Results of this survey and published results")
            .words("Measure")
            .numbers("Here", "95% interval", "Published", "95% interval")
            .words("Ours is", "Source", "Year", "Population");
    for (Row row : rows) {
      boolean share = row.text("statistic").equals("prevalence");
      table.row(
          Compared.measure(row),
          share ? Numbers.percent(row.cell("estimate")) : Numbers.number(row.cell("estimate")),
          share ? Numbers.interval(row) : Numbers.span(row),
          share ? Numbers.percent(row.cell("comparator")) : Numbers.number(row.cell("comparator")),
          span(row, share),
          row.text("relation"),
          row.text("source"),
          row.text("year"),
          row.text("population"));
    }
    return table.build();
  }

  private static String span(Row row, boolean share) {
    if (!row.shows("comparator_low") || !row.shows("comparator_high")) {
      return "not given";
    }
    return share
        ? Numbers.points(row.cell("comparator_low"))
            + "–"
            + Numbers.points(row.cell("comparator_high"))
        : Numbers.number(row.cell("comparator_low"))
            + " to "
            + Numbers.number(row.cell("comparator_high"));
  }

  private static DataTable left(List<Row> rows) {
    DataTable.Builder table =
        new DataTable.Builder("peers-left", "Published results that are not compared, and why")
            .words("Instrument", "Scale", "Cut-off", "Source", "Year", "Why not");
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
