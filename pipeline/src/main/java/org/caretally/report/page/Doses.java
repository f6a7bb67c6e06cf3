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
import org.caretally.report.table.Numbers;

/** How each challenge goes with a number, such as caseload. */
final class Doses {
  private static final double CLEAR = .05;

  private Doses() {}

  static Optional<Section> section(Material material, ProtectedTable checks, Numbering figures) {
    Grid curves = Grid.of(material.curves()).where("wave", material.results().latest());
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    List<String> numbers = List.copyOf(curves.values("of_label"));
    List<PageItem> items = new ArrayList<>();
    items.add(
        new Prose(
            "How common each challenge is from the lowest to the highest value of: "
                + String.join(", ", numbers)
                + ". Dots are bands of people, the line is a smooth curve through everybody."
                + " It does not say which comes first, or why."));
    items.addAll(figures.at(Figure.Place.DOSE));
    List<Row> tests =
        Grid.of(checks).where("wave", material.results().latest()).where("part", "curve").rows();
    if (!tests.isEmpty()) {
      items.add(new TableItem(table(tests), "model_checks", true));
    }
    String title = String.join(", ", numbers) + " and each challenge";
    return Optional.of(new Section("dose", title, Composer.MANAGERS, items));
  }

  private static DataTable table(List<Row> tests) {
    DataTable.Builder table =
        new DataTable.Builder("dose-tests", "Does it change, and is the change a straight line?")
            .words("Challenge", "In words")
            .numbers("p of any change, adjusted", "p of a bend, adjusted");
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
            words(row, bend),
            Numbers.number(row.cell("p_adjusted")),
            bend.map(r -> Numbers.number(r.cell("p_adjusted"))).orElse(Numbers.NONE));
      }
    }
    return table.build();
  }

  private static String words(Row any, Optional<Row> bend) {
    if (!any.shows("p_adjusted")) {
      return "not shown";
    }
    if (any.number("p_adjusted") >= CLEAR) {
      return "no clear change";
    }
    boolean bent =
        bend.filter(r -> r.shows("p_adjusted")).isPresent()
            && bend.get().number("p_adjusted") < CLEAR;
    return bent ? "changes, with a bend" : "changes evenly";
  }
}
