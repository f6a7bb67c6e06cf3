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
import org.caretally.report.words.Tongue;

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
        drawings.add(drawing(material.tongue(), of.getKey(), of.getValue().get(0), curves));
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

  private Drawing drawing(Tongue t, String of, Row first, List<Curve> curves) {
    String title = title(t, first.text("of_label"), curves);
    String id = id() + "-" + of.replace('.', '-');
    List<Svg> pictures = new ArrayList<>();
    for (Format format : Format.values()) {
      pictures.add(picture(t, id, curves, title, format));
    }
    List<Row> rows = new ArrayList<>();
    curves.forEach(c -> rows.addAll(c.points()));
    String others = first.text("adjusted_for");
    return new Drawing(
        id,
        title,
        t.say("chart.curve.subtitle", "along", first.text("of_label")),
        List.of(
            Say.base(t, rows),
            others.isBlank()
                ? t.say("chart.curve.alone")
                : t.say("chart.curve.adjusted", "others", others),
            t.say("chart.curve.note")),
        pictures,
        table(t, id, first.text("of_label"), curves));
  }

  private static String title(Tongue t, String along, List<Curve> curves) {
    long higher = curves.stream().filter(c -> c.change() == Change.UP).count();
    long lower = curves.stream().filter(c -> c.change() == Change.DOWN).count();
    List<String> parts = new ArrayList<>();
    if (higher > 0) {
      parts.add(t.say("chart.curve.part.higher", "count", higher));
    }
    if (lower > 0) {
      parts.add(t.say("chart.curve.part.lower", "count", lower));
    }
    return parts.isEmpty()
        ? t.say("chart.curve.same", "along", along, "challenges", curves.size())
        : t.say(
            "chart.curve.title",
            "along",
            along,
            "challenges",
            curves.size(),
            "parts",
            t.list(parts));
  }

  private static Svg picture(Tongue t, String id, List<Curve> curves, String title, Format format) {
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
      CurvePanel.draw(t, plot, panel, curves.get(i), curves.get(i).span(largest));
    }
    return plot.svg(
        id + format.suffix(),
        format.className(),
        title,
        t.say("chart.curve.alt", "challenges", curves.size()) + " " + t.say("chart.alt.table"));
  }

  private static DataTable table(Tongue t, String id, String along, List<Curve> curves) {
    Curve longest = curves.get(0);
    List<Double> places = new ArrayList<>(longest.marks());
    places.add(longest.last());
    DataTable.Builder table =
        new DataTable.Builder(id + "-table", t.say("chart.curve.table", "along", along))
            .words(t.say("common.challenge"), t.say("chart.curve.unit"));
    places.forEach(p -> table.numbers(t.say("chart.curve.at", "place", Curve.Span.number(t, p))));
    table.words(t.say("chart.curve.change"));
    for (Curve curve : curves) {
      List<String> cells = new ArrayList<>(List.of(curve.label(), t.say(unit(curve))));
      for (double place : places) {
        cells.add(
            curve.points().stream()
                .filter(r -> Curve.at(r) == place)
                .findFirst()
                .map(r -> cell(t, r))
                .orElse(Tongue.NONE));
      }
      cells.add(curve.change().words(t));
      table.row(cells);
    }
    return table.build();
  }

  private static String unit(Curve curve) {
    return curve.share() ? "chart.curve.unit.share" : "chart.curve.unit.mean";
  }

  private static String cell(Tongue t, Row row) {
    boolean share = row.text("statistic").equals("prevalence");
    String value = share ? t.points(row.cell("estimate")) : t.number(row.cell("estimate"));
    if (!Say.bounded(row)) {
      return value;
    }
    return value + " (" + (share ? t.interval(row) : t.span(row)) + ")";
  }
}
