package org.caretally.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.words.Tongue;

/**
 * One challenge along a number.
 *
 * @param label its words
 * @param points points of the curve, from the lowest value
 * @param bands results of the bands in order; empty without bands
 * @param cuts where the bands begin
 */
record Curve(String label, List<Row> points, List<Optional<Row>> bands, List<Double> cuts) {

  /** Returns where a point of the curve stands. */
  static double at(Row point) {
    return Double.parseDouble(point.text("at"));
  }

  double first() {
    return at(points.get(0));
  }

  double last() {
    return at(points.get(points.size() - 1));
  }

  /** Returns the values that are marked on the axis: its beginning, and where bands begin. */
  List<Double> marks() {
    List<Double> marks = new ArrayList<>(List.of(first()));
    cuts.stream().filter(c -> c > first() && c < last()).forEach(marks::add);
    return marks;
  }

  /** Returns the middle of a band; the last band ends with the curve. */
  double middle(int band) {
    double end = band + 1 < cuts.size() ? cuts.get(band + 1) : last();
    return (cuts.get(band) + end) / 2;
  }

  boolean share() {
    return points.get(0).text("statistic").equals("prevalence");
  }

  /** Returns everything that is drawn. */
  List<Row> shown() {
    List<Row> all = new ArrayList<>(points);
    bands.forEach(b -> b.ifPresent(all::add));
    return all.stream().filter(Say::bounded).toList();
  }

  /** Returns how the curve ends compared with its beginning. */
  Change change() {
    List<Row> drawn = points.stream().filter(Say::bounded).toList();
    return drawn.size() < 2 ? Change.UNKNOWN : Change.of(drawn.get(0), drawn.get(drawn.size() - 1));
  }

  /** Returns the stretch of the upright axis: from 0 for shares, around the results for means. */
  Span span(double largest) {
    if (share()) {
      Ticks ticks = Ticks.upTo(largest, 4);
      return new Span(0, ticks.top(), ticks.step());
    }
    double low = shown().stream().mapToDouble(r -> r.number("ci_low")).min().orElse(0);
    double high = shown().stream().mapToDouble(r -> r.number("ci_high")).max().orElse(1);
    double step = Span.round((high - low) / 3);
    return new Span(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  /**
   * A stretch of an axis.
   *
   * @param low its beginning
   * @param high its end
   * @param step distance of its ticks
   */
  record Span(double low, double high, double step) {

    static double round(double number) {
      double power = Math.pow(10, Math.floor(Math.log10(Math.max(number, 1e-6))));
      double digit = number / power;
      return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    /** Returns where a value stands, from 0 to 1. */
    double place(double value) {
      return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    List<Double> ticks() {
      List<Double> ticks = new ArrayList<>();
      for (int i = 0; low + i * step <= high + step / 2; i++) {
        ticks.add(low + i * step);
      }
      return ticks;
    }

    String label(Tongue t, double tick, boolean share) {
      return share ? Ticks.label(t, tick) : number(t, tick);
    }

    /** Returns a place on an axis with at most two decimals. */
    static String number(Tongue t, double value) {
      BigDecimal number = new BigDecimal(value).setScale(2, RoundingMode.HALF_UP);
      return t.number(number.stripTrailingZeros());
    }
  }
}
