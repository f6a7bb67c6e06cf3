package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.chart.ModelFigure;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;

/** What goes with an outcome when everything else in a model is held equal. */
final class Adjusted {
  private static final double CLEAR = .05;

  private Adjusted() {}

  /** Returns a section for each model, with the newest wave. */
  static List<Section> sections(Material material, Numbering figures) {
    List<PageItem> drawn = figures.at(Figure.Place.MODEL);
    List<Section> sections = new ArrayList<>();
    Grid newest = Grid.of(material.models()).where("wave", material.results().latest());
    for (Map.Entry<String, List<Row>> model : newest.by("model").entrySet()) {
      List<Row> rows = model.getValue().stream().filter(r -> !marginal(r)).toList();
      Row first = rows.get(0);
      List<PageItem> items = new ArrayList<>();
      items.add(new Prose(intro(first)));
      if (rows.stream().anyMatch(r -> r.text("with").contains(" * "))) {
        items.add(
            new Prose(
                "Some lines are about two things together: how much more, or how many times, the"
                    + " difference is. Lines of each of the two alone hold where the other is at its"
                    + " reference, no, or 0."));
      }
      drawn.stream().filter(f -> draws(f, model.getKey())).forEach(items::add);
      if (rows.stream().anyMatch(r -> r.shows("estimate"))) {
        items.add(new TableItem(table(model.getKey(), rows, model.getValue()), "models", true));
      } else {
        items.add(
            new Prose(
                "The model is not shown: "
                    + reason(first)
                    + ". The file of models says so for each line."));
      }
      String id = "model-" + model.getKey();
      sections.add(new Section(id, first.text("model_label"), Composer.MANAGERS, items));
    }
    return sections;
  }

  private static boolean marginal(Row row) {
    return row.text("statistic").equals("average_marginal_effect");
  }

  private static boolean same(Row a, Row b) {
    return a.text("with").equals(b.text("with")) && a.text("group").equals(b.text("group"));
  }

  private static String reason(Row row) {
    return row.text("reason").isBlank() ? row.text("status") : row.text("reason");
  }

  private static String intro(Row row) {
    String what =
        switch (row.text("statistic")) {
          case "difference" -> "how many points higher or lower the score is";
          case "odds_ratio" -> "by how much the odds are multiplied (odds ratio)";
          default -> "by how much the share of people is multiplied (ratio of shares)";
        };
    return "Outcome: "
        + row.text("outcome_label")
        + ". Each line says "
        + what
        + " for people who are alike in everything else in this table."
        + (row.text("statistic").equals("difference")
            ? ""
            : " In points: how many more of 100 people are counted, on average over everybody.")
        + " It does not say which comes first, or why. It rests on the "
        + Numbers.count(row.cell("n"))
        + " people who answered everything in it.";
  }

  private static DataTable table(String model, List<Row> rows, List<Row> all) {
    Row first = rows.get(0);
    DataTable.Builder table =
        new DataTable.Builder("adjusted-" + model, first.text("model_label"))
            .words("What", "Compared")
            .numbers(statistic(first), "95% interval", "p, adjusted");
    boolean points = all.size() > rows.size();
    if (points) {
      table.numbers("In points", "95% interval of points");
    }
    table.words("In words");
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.text("with_label"));
      cells.add(compared(row));
      cells.add(Numbers.number(row.cell("estimate")));
      cells.add(Numbers.span(row));
      cells.add(Numbers.number(row.cell("p_adjusted")));
      if (points) {
        Optional<Row> same = all.stream().filter(r -> marginal(r) && same(r, row)).findFirst();
        cells.add(same.map(r -> Numbers.points(r.cell("estimate"))).orElse(Numbers.NONE));
        cells.add(same.map(Numbers::interval).orElse(Numbers.NONE));
      }
      cells.add(words(row));
      table.row(cells);
    }
    return table.build();
  }

  /** Returns the name of a statistic of a model. */
  static String statistic(Row row) {
    return switch (row.text("statistic")) {
      case "difference" -> "Difference";
      case "odds_ratio" -> "Odds ratio";
      case "average_marginal_effect" -> "Average difference of shares";
      default -> "Ratio of shares";
    };
  }

  /** Returns what is compared with what. */
  static String compared(Row row) {
    return ModelFigure.compared(row);
  }

  private static boolean draws(PageItem item, String model) {
    return item instanceof FigureItem figure
        && figure.drawing().id().equals("model-figure-" + model);
  }

  private static String words(Row row) {
    if (!row.shows("estimate")) {
      return reason(row);
    }
    boolean clear = row.number("p_adjusted") < CLEAR && row.number("p_value") < CLEAR;
    double none = row.text("statistic").equals("difference") ? 0 : 1;
    if (!clear) {
      return "no clear difference";
    }
    boolean more = row.number("estimate") > none || row.number("ci_low") >= none;
    return more ? "higher" : "lower";
  }
}
