package org.caretally.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One picture in the making: an XChart whose plot fills the whole picture, with its own labels,
 * grid, legend and title switched off. XChart scales and paints lines, areas and dots in the order
 * they are added; the {@link Frame} adds words on top. Build, write and drop it in one thread.
 */
final class Plot {
  private static final Color NOTHING = new Color(0, 0, 0, 0);
  private static final double[] NO_DATA = {0};

  private final XYChart chart;
  private final Frame frame = new Frame();
  private final int width;
  private final int height;
  private int series;

  Plot(int width, int height, Scale x, Scale y) {
    this.width = width;
    this.height = height;
    chart = new XYChartBuilder().width(width).height(height).build();
    quiet(chart.getStyler());
    chart.getStyler().setXAxisMin(x.min(width)).setXAxisMax(x.max(width));
    chart.getStyler().setYAxisMin(y.min(height)).setYAxisMax(y.max(height));
    chart.addAnnotation(frame);
  }

  private static void quiet(XYStyler styler) {
    var font = Fonts.font(12);
    styler.setBaseFont(font).setLegendFont(font).setChartTitleFont(font);
    styler.setAnnotationTextFont(font).setAnnotationTextPanelFont(font).setToolTipFont(font);
    styler.setAxisTickLabelsFont(font).setAxisTitleFont(font);
    styler.setLocale(Locale.ROOT);
    styler.setChartTitleVisible(false).setLegendVisible(false).setChartPadding(0);
    styler.setChartBackgroundColor(NOTHING).setPlotBackgroundColor(NOTHING);
    styler.setPlotMargin(0).setPlotContentSize(1).setPlotBorderVisible(false);
    styler.setPlotGridLinesVisible(false).setAxisTicksVisible(false);
    styler.setAxisTitlesVisible(false);
  }

  /** Returns where words go. */
  Frame frame() {
    return frame;
  }

  /** Draws a line through points; a NaN in {@code ys} breaks it. */
  void line(Ink ink, float thick, double[] xs, double[] ys) {
    stroke(xs, ys, ink, new BasicStroke(thick));
  }

  /** Draws a dashed line between two points. */
  void dashes(Ink ink, double x1, double y1, double x2, double y2) {
    stroke(
        new double[] {x1, x2},
        new double[] {y1, y2},
        ink,
        new BasicStroke(1.5f, 0, 0, 10, new float[] {4, 3}, 0));
  }

  private void stroke(double[] xs, double[] ys, Ink ink, BasicStroke stroke) {
    XYSeries line = add(xs, ys);
    line.setMarker(SeriesMarkers.NONE);
    line.setLineStyle(stroke);
    line.setLineColor(ink.color());
  }

  /** Draws separate lines, each given as x1, y1, x2, y2. */
  void lines(Ink ink, float thick, List<double[]> lines) {
    if (lines.isEmpty()) {
      return;
    }
    double[] xs = new double[lines.size() * 3];
    double[] ys = new double[lines.size() * 3];
    for (int i = 0; i < lines.size(); i++) {
      double[] line = lines.get(i);
      xs[3 * i] = line[0];
      ys[3 * i] = line[1];
      xs[3 * i + 1] = line[2];
      ys[3 * i + 1] = line[3];
      xs[3 * i + 2] = line[2];
      ys[3 * i + 2] = Double.NaN;
    }
    line(ink, thick, xs, ys);
  }

  /** Fills rectangles, each given as left, bottom, right, top. */
  void rectangles(Ink ink, List<double[]> rectangles) {
    if (rectangles.isEmpty()) {
      return;
    }
    double[] xs = new double[rectangles.size() * 5];
    double[] ys = new double[rectangles.size() * 5];
    for (int i = 0; i < rectangles.size(); i++) {
      double[] r = rectangles.get(i);
      for (int corner = 0; corner < 5; corner++) {
        xs[5 * i + corner] = corner == 0 || corner == 3 ? r[0] : r[2];
        ys[5 * i + corner] = corner < 2 ? r[1] : r[3];
      }
      ys[5 * i + 4] = Double.NaN;
    }
    area(ink, xs, ys);
  }

  /** Fills an area given by its outline. */
  void area(Ink ink, double[] xs, double[] ys) {
    XYSeries area = add(xs, ys);
    area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    area.setMarker(SeriesMarkers.NONE);
    area.setLineStyle(SeriesLines.NONE);
    area.setFillColor(ink.color());
  }

  /** Draws dots of 8 pixels. */
  void dots(Ink ink, double[] xs, double[] ys) {
    if (xs.length == 0) {
      return;
    }
    XYSeries dots = add(xs, ys);
    dots.setMarker(SeriesMarkers.CIRCLE);
    dots.setMarkerColor(ink.color());
    dots.setLineStyle(SeriesLines.NONE);
  }

  private XYSeries add(double[] xs, double[] ys) {
    return chart.addSeries(Integer.toString(series++), xs, ys);
  }

  /**
   * Paints the picture.
   *
   * @param id prefix of every id inside it, unique on the page
   * @param className {@code wide} or {@code narrow}
   * @param title its name
   * @param description what it shows, in words
   */
  Svg svg(String id, String className, String title, String description) {
    if (series == 0) {
      // XChart needs one series to set up its axes; this one leaves no mark.
      XYSeries nothing = add(NO_DATA, NO_DATA);
      nothing.setMarker(SeriesMarkers.NONE);
      nothing.setLineStyle(SeriesLines.NONE);
    }
    SvgCanvas canvas = new SvgCanvas(id);
    chart.paint(canvas, width, height);
    return canvas.svg(width, height, className, title, description);
  }
}
