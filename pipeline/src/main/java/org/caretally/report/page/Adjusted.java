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
import org.caretally.report.words.Tongue;

/** What goes with an outcome when everything else in a model is held equal. */
final class Adjusted {
  private static final double CLEAR = .05;

  private Adjusted() {}

  /** Returns a section for each model, with the newest wave. */
  static List<Section> sections(Material material, Numbering figures) {
    Tongue t = material.tongue();
    List<PageItem> drawn = figures.at(Figure.Place.MODEL);
    List<Section> sections = new ArrayList<>();
    Grid newest = Grid.of(material.models()).where("wave", material.results().latest());
    for (Map.Entry<String, List<Row>> model : newest.by("model").entrySet()) {
      List<Row> rows = model.getValue().stream().filter(r -> !marginal(r)).toList();
      Row first = rows.get(0);
      List<PageItem> items = new ArrayList<>();
      items.add(new Prose(intro(t, first)));
      if (rows.stream().anyMatch(r -> r.text("with").contains(" * "))) {
        items.add(new Prose(t.say("models.interactions")));
      }
      drawn.stream().filter(f -> draws(f, model.getKey())).forEach(items::add);
      if (rows.stream().anyMatch(r -> r.shows("estimate"))) {
        items.add(new TableItem(table(t, model.getKey(), rows, model.getValue()), "models", true));
      } else {
        items.add(new Prose(t.say("models.hidden", "reason", reason(t, first))));
      }
      String id = "model-" + model.getKey();
      sections.add(new Section(id, first.text("model_label"), Audience.MANAGERS, items));
    }
    return sections;
  }

  private static boolean marginal(Row row) {
    return row.text("statistic").equals("average_marginal_effect");
  }

  private static boolean same(Row a, Row b) {
    return a.text("with").equals(b.text("with")) && a.text("group").equals(b.text("group"));
  }

  private static String reason(Tongue t, Row row) {
    String reason = row.text("reason");
    return reason.isBlank() ? t.name("common.status", row.text("status")) : reason;
  }

  private static String intro(Tongue t, Row row) {
    String kind =
        switch (row.text("statistic")) {
          case "difference" -> "models.intro.difference";
          case "odds_ratio" -> "models.intro.odds";
          default -> "models.intro.shares";
        };
    String base = t.say("models.base", "n", t.count(row.cell("n")));
    String points = row.text("statistic").equals("difference") ? "" : t.say("models.points") + " ";
    return t.say(kind, "outcome", row.text("outcome_label")) + " " + points + base;
  }

  private static DataTable table(Tongue t, String model, List<Row> rows, List<Row> all) {
    Row first = rows.get(0);
    DataTable.Builder table =
        new DataTable.Builder("adjusted-" + model, first.text("model_label"))
            .words(t.say("chart.model.what"), t.say("common.compared"))
            .numbers(statistic(t, first), t.say("common.interval"), t.say("common.p.adjusted"));
    boolean points = all.size() > rows.size();
    if (points) {
      table.numbers(t.say("models.head.points"), t.say("models.head.interval"));
    }
    table.words(t.say("models.head.words"));
    for (Row row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.text("with_label"));
      cells.add(compared(t, row));
      cells.add(t.number(row.cell("estimate")));
      cells.add(t.span(row));
      cells.add(t.number(row.cell("p_adjusted")));
      if (points) {
        Optional<Row> same = all.stream().filter(r -> marginal(r) && same(r, row)).findFirst();
        cells.add(same.map(r -> t.points(r.cell("estimate"))).orElse(Tongue.NONE));
        cells.add(same.map(t::interval).orElse(Tongue.NONE));
      }
      cells.add(words(t, row));
      table.row(cells);
    }
    return table.build();
  }

  /** Returns the name of a statistic of a model. */
  static String statistic(Tongue t, Row row) {
    return switch (row.text("statistic")) {
      case "difference" -> t.say("common.difference");
      case "odds_ratio" -> t.say("models.odds");
      case "average_marginal_effect" -> t.say("models.marginal");
      default -> t.say("models.shares");
    };
  }

  /** Returns what is compared with what. */
  static String compared(Tongue t, Row row) {
    return ModelFigure.compared(t, row);
  }

  private static boolean draws(PageItem item, String model) {
    return item instanceof FigureItem figure
        && figure.drawing().id().equals("model-figure-" + model);
  }

  private static String words(Tongue t, Row row) {
    if (!row.shows("estimate")) {
      return reason(t, row);
    }
    boolean clear = row.number("p_adjusted") < CLEAR && row.number("p_value") < CLEAR;
    double none = row.text("statistic").equals("difference") ? 0 : 1;
    if (!clear) {
      return t.say("result.no_clear_difference");
    }
    boolean more = row.number("estimate") > none || row.number("ci_low") >= none;
    return t.say(more ? "change.higher" : "change.lower");
  }
}
