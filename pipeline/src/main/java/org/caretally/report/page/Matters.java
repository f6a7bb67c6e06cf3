package org.caretally.report.page;

import java.util.Comparator;
import java.util.List;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.chart.ModelFigure;
import org.caretally.report.chart.Say;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.words.Tongue;

/**
 * What goes with an outcome most clearly when everything else in a model is held equal. A line
 * needs an interval that leaves "no difference" out and a p-value that stays below 0.05 when all
 * lines of the model are counted. Words speak of association only.
 */
final class Matters {
  private static final int MOST = 3;
  private static final double CLEAR = .05;

  private Matters() {}

  /** Returns the clearest lines of the first model that has any; nothing when none has. */
  static List<PageItem> items(Material material) {
    Tongue t = material.tongue();
    Grid newest = Grid.of(material.models()).where("wave", material.results().latest());
    for (List<Row> model : newest.by("model").values()) {
      List<Row> clear = model.stream().filter(Matters::clear).sorted(order()).limit(MOST).toList();
      if (!clear.isEmpty()) {
        return List.of(
            new Prose(
                t.say("matters.outcome", "outcome", Say.brief(clear.get(0).text("outcome_label")))),
            new Bullets(clear.stream().map(r -> line(t, r)).toList()),
            new Prose(t.say("matters.association")));
      }
    }
    return List.of();
  }

  /** Returns the value that means no difference. */
  private static double none(Row row) {
    return row.text("statistic").equals("difference") ? 0 : 1;
  }

  static boolean clear(Row row) {
    boolean tested = row.shows("p_value") && row.shows("p_adjusted");
    if (row.text("statistic").equals("average_marginal_effect") || !Say.bounded(row) || !tested) {
      return false;
    }
    boolean apart = row.number("ci_low") > none(row) || row.number("ci_high") < none(row);
    return apart && row.number("p_adjusted") < CLEAR && row.number("p_value") < CLEAR;
  }

  private static Comparator<Row> order() {
    return Comparator.comparingDouble((Row r) -> r.number("p_adjusted"))
        .thenComparingDouble(r -> -strength(r));
  }

  /** Returns how many half widths of its interval a line is away from no difference. */
  private static double strength(Row row) {
    if (none(row) == 0) {
      double half = (row.number("ci_high") - row.number("ci_low")) / 2;
      return half > 0 ? Math.abs(row.number("estimate")) / half : Double.MAX_VALUE;
    }
    double half = (log(row, "ci_high") - log(row, "ci_low")) / 2;
    return half > 0 ? Math.abs(log(row, "estimate")) / half : Double.MAX_VALUE;
  }

  private static double log(Row row, String column) {
    return Math.log(Math.max(row.number(column), 1e-9));
  }

  /** Drops a name that is said twice, as in "Supervision: Supervision". */
  private static String once(String label) {
    int colon = label.indexOf(": ");
    return colon > 0 && label.substring(colon + 2).startsWith(label.substring(0, colon))
        ? label.substring(colon + 2)
        : label;
  }

  static String line(Tongue t, Row row) {
    String value = t.number(row.cell("estimate"));
    boolean more = row.number("estimate") > none(row);
    String size = value.startsWith("−") ? value.substring(1) : value;
    String key =
        switch (row.text("statistic")) {
          case "difference" -> more ? "matters.higher" : "matters.lower";
          case "odds_ratio" -> "matters.odds";
          default -> "matters.share";
        };
    String what =
        Composer.join(
            ", ", Say.brief(once(row.text("with_label"))), Say.brief(ModelFigure.compared(t, row)));
    return t.say(key, "what", what, "size", size, "interval", t.span(row));
  }
}
