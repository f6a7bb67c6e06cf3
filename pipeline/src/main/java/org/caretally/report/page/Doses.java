package org.caretally.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.Figure;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/** How each challenge goes with a number, such as caseload. */
final class Doses {
  private static final double CLEAR = .05;

  private Doses() {}

  static Optional<Section> section(Material material, ProtectedTable checks, Numbering figures) {
    Grid curves = Grid.of(material.curves()).where("wave", material.results().latest());
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    Tongue t = material.tongue();
    List<String> numbers = List.copyOf(curves.values("of_label"));
    List<PageItem> items = new ArrayList<>();
    items.add(new Prose(t.say("models.dose", "numbers", String.join(", ", numbers))));
    items.addAll(figures.at(Figure.Place.DOSE));
    List<Row> tests =
        Grid.of(checks).where("wave", material.results().latest()).where("part", "curve").rows();
    if (!tests.isEmpty()) {
      items.add(new TableItem(table(t, tests), "model_checks", true));
    }
    String title = t.say("models.dose.title", "numbers", String.join(", ", numbers));
    return Optional.of(new Section("dose", title, Audience.MANAGERS, items));
  }

  private static DataTable table(Tongue t, List<Row> tests) {
    DataTable.Builder table =
        new DataTable.Builder("dose-tests", t.say("models.dose.table"))
            .words(t.say("common.challenge"), t.say("models.head.words"))
            .numbers(t.say("models.dose.change"), t.say("models.dose.bend"));
    boolean many = tests.stream().map(r -> r.text("with")).distinct().count() > 1;
    for (Row row : tests) {
      if (row.text("statistic").equals("likelihood_ratio")) {
        Optional<Row> bend =
            tests.stream()
                .filter(r -> r.text("statistic").equals("nonlinearity"))
                .filter(r -> r.text("model").equals(row.text("model")))
                .findFirst();
        table.row(
            many
                ? row.text("model_label") + ", " + row.text("with_label")
                : row.text("model_label"),
            t.say(words(row, bend)),
            t.number(row.cell("p_adjusted")),
            bend.map(r -> t.number(r.cell("p_adjusted"))).orElse(Tongue.NONE));
      }
    }
    return table.build();
  }

  private static String words(Row any, Optional<Row> bend) {
    if (!any.shows("p_adjusted")) {
      return "common.hidden";
    }
    if (any.number("p_adjusted") >= CLEAR) {
      return "change.same";
    }
    boolean bent =
        bend.filter(r -> r.shows("p_adjusted")).isPresent()
            && bend.get().number("p_adjusted") < CLEAR;
    return bent ? "models.dose.bent" : "models.dose.even";
  }
}
