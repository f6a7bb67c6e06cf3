package org.caretally.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caretally.disclosure.ProtectedTable.Row;
import org.caretally.report.table.DataTable;
import org.caretally.report.table.Grid;
import org.caretally.report.table.Material;
import org.caretally.report.table.Numbers;

/**
 * Each challenge along a number: bands as dots with intervals, over the ribbon of a smooth curve. A
 * small panel for each challenge; shares have one scale.
 */
final class CurveFigure implements Figure {
  private static final int BLOCK = 168;
  private static final int HEAD = 42;
  private static final int FOOT = 28;

  @Override
  public String id() {
    return "curve";
  }

  @Override
  public Place place() {
    return Place.DOSE;
  }

  @Override
  public List<Drawing> draw(Material material) {
    Grid newest = Grid.of(material.curves()).where("wave", material.results().latest());
    List<Drawing> drawings = new ArrayList<>();
    for (Map.Entry<String, List<Row>> of : newest.by("of").entrySet()) {
      List<Curve> curves = curves(material, of.getValue());
      if (curves.stream().anyMatch(c -> !c.shown().isEmpty())) {
        drawings.add(drawing(of.getKey(), of.getValue().get(0), curves));
      }
    }
    return drawings;
  }

  private static List<Curve> curves(Material material, List<Row> rows) {
    Map<String, List<Row>> byMeasure = new LinkedHashMap<>();
    rows.forEach(r -> byMeasure.computeIfAbsent(r.text("measure"), k -> new ArrayList<>()).add(r));
    List<Curve> curves = new ArrayList<>();
    byMeasure.forEach(
        (measure, points) -> {
          Row first = points.get(0);
          List<Double> cuts = new ArrayList<>();
          List<Optional<Row>> bands = new ArrayList<>();
          if (!first.text("cuts").isBlank()) {
            for (String cut : first.text("cuts").split(" ", -1)) {
              bands.add(band(material, first, measure, cuts.size()));
              cuts.add(Double.valueOf(cut));
            }
          }
          curves.add(new Curve(first.text("construct_label"), points, bands, cuts));
        });
    return curves;
  }

  private static Optional<Row> band(Material material, Row first, String measure, int order) {
    return material
        .results()
        .all()
        .where("wave", first.text("wave"))
        .where("domain", first.text("bands"))
        .where("measure", measure)
        .where("statistic", first.text("statistic"))
        .where("level_order", Integer.toString(order))
        .rows()
        .stream()
        .findFirst();
  }

  private Drawing drawing(String of, Row first, List<Curve> curves) {
    String title = title(first.text("of_label"), curves);
    String id = id() + "-" + of.replace('.', '-');
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(id, curves, title, format));
    }
    List<Row> rows = new ArrayList<>();
    curves.forEach(c -> rows.addAll(c.points()));
    String others = first.text("adjusted_for");
    return new Drawing(
        id,
        title,
        "Share of people at or beyond the cut-off, or mean score, by "
            + first.text("of_label")
            + ", with 95% interval",
        List.of(
            Say.base(rows),
            others.isBlank()
                ? "Nothing else is held equal here."
                : "Lines: averages when these are held equal: " + others + ". Dots: as they are.",
            "Dots stand in the middle of their band. A line ends where few people are near."),
        pictures,
        table(id, first.text("of_label"), curves));
  }

  private static String title(String along, List<Curve> curves) {
    long higher = curves.stream().filter(c -> c.change().equals("higher")).count();
    long lower = curves.stream().filter(c -> c.change().equals("lower")).count();
    List<String> parts = new ArrayList<>();
    if (higher > 0) {
      parts.add(higher + " clearly higher");
    }
    if (lower > 0) {
      parts.add(lower + " clearly lower");
    }
    String all = curves.size() + (curves.size() == 1 ? " challenge" : " challenges");
    String head = along + ", highest shown against lowest: ";
    return parts.isEmpty()
        ? head + "no clear change in any of " + all
        : head + "of " + all + ", " + Say.list(parts);
  }

  private static Svg picture(String id, List<Curve> curves, String title, Format format) {
    int columns = format.narrow() ? 2 : 3;
    int height = (curves.size() + columns - 1) / columns * BLOCK;
    int width = format.width() / columns;
    double largest =
        curves.stream()
            .filter(Curve::share)
            .flatMap(c -> c.shown().stream())
            .mapToDouble(r -> r.number("ci_high"))
            .max()
            .orElse(0);
    Plot plot =
        new Plot(format.width(), height, Scale.pixels(format.width()), Scale.pixels(height));
    for (int i = 0; i < curves.size(); i++) {
      double left = (i % columns) * width + 34;
      double bottom = height - (i / columns + 1) * BLOCK + FOOT;
      Panel panel = new Panel(left, bottom, width - 46, BLOCK - HEAD - FOOT, 1);
      CurvePanel.draw(plot, panel, curves.get(i), curves.get(i).span(largest));
    }
    return plot.svg(
        id + format.suffix(),
        format.className(),
        title,
        "A small chart for each of "
            + curves.size()
            + " challenges. The numbers are in the table below.");
  }

  private static DataTable table(String id, String along, List<Curve> curves) {
    Curve longest = curves.get(0);
    List<Double> places = new ArrayList<>(longest.marks());
    places.add(longest.last());
    DataTable.Builder table =
        new DataTable.Builder(id + "-table", "Curve by " + along + " (95% interval)")
            .words("Challenge", "Measured as");
    places.forEach(p -> table.numbers("at " + Curve.Span.number(p)));
    table.words("Lowest to highest");
    for (Curve curve : curves) {
      List<String> cells = new ArrayList<>(List.of(curve.label(), curve.share() ? "%" : "mean"));
      for (double place : places) {
        cells.add(
            curve.points().stream()
                .filter(r -> Curve.at(r) == place)
                .findFirst()
                .map(CurveFigure::cell)
                .orElse(Numbers.NONE));
      }
      cells.add(curve.change());
      table.row(cells);
    }
    return table.build();
  }

  private static String cell(Row row) {
    boolean share = row.text("statistic").equals("prevalence");
    String value =
        share ? Numbers.points(row.cell("estimate")) : Numbers.number(row.cell("estimate"));
    if (!Say.bounded(row)) {
      return value;
    }
    return value + " (" + (share ? Numbers.interval(row) : Numbers.span(row)) + ")";
  }
}
