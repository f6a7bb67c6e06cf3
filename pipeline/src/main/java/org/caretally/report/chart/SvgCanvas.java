package org.caretally.report.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.PathIterator;

/**
 * Writes what XChart paints as small SVG with real text: colours as classes, coordinates rounded to
 * a tenth of a pixel, neighbouring shapes of one kind joined into one path. The plot always fills
 * the picture, so clipping is never needed and is ignored.
 */
final class SvgCanvas extends StateGraphics {
  private static final int HATCH = 6;

  private final StringBuilder out = new StringBuilder(4096);
  private final StringBuilder path = new StringBuilder();
  private final String id;
  private String openKey = "";
  private double endX = Double.NaN;
  private double endY = Double.NaN;

  SvgCanvas(String id) {
    this.id = id;
  }

  /** Returns the picture with its name and description for those who cannot see it. */
  Svg svg(int width, int height, String className, String title, String description) {
    flush();
    StringBuilder svg = new StringBuilder(out.length() + 600);
    svg.append("<svg class=\"").append(className).append("\" viewBox=\"0 0 ").append(width);
    svg.append(' ').append(height).append("\" width=\"").append(width).append("\" height=\"");
    svg.append(height).append("\" role=\"img\" aria-labelledby=\"").append(id).append("-t ");
    svg.append(id).append("-d\"><title id=\"").append(id).append("-t\">").append(escape(title));
    svg.append("</title><desc id=\"").append(id).append("-d\">").append(escape(description));
    svg.append("</desc>");
    return new Svg(svg.append(out).append("</svg>").toString(), width, height);
  }

  /** Writes words. */
  void text(String words, double x, double y, Anchor anchor, String className, Ink ink) {
    flush();
    out.append("<text x=\"").append(round(x)).append("\" y=\"").append(round(y)).append('"');
    out.append(anchor.attribute()).append(" class=\"").append(className).append(" f-");
    out.append(ink.token()).append("\">").append(escape(words)).append("</text>");
  }

  /** Writes words turned about a place by an angle in degrees, dy pixels below their line. */
  void turned(String words, double x, double y, int angle, double dy) {
    flush();
    out.append("<text transform=\"translate(").append(round(x)).append(' ').append(round(y));
    out.append(") rotate(").append(angle).append(")\" y=\"").append(round(dy));
    out.append("\" class=\"t f-ink\">").append(escape(words)).append("</text>");
  }

  /**
   * Writes a hatched rectangle, the sign of a withheld number. The lines are drawn, not a pattern
   * that is filled in: browsers print patterns as images, which made paper 60 MB heavy.
   */
  void hatch(double x, double y, double width, double height) {
    open("<path class=\"k k-hatch\" d=\"");
    double right = x + width;
    double bottom = y + height;
    double first = HATCH * Math.floor((x + y) / HATCH + 1);
    for (double sum = first; sum < right + bottom; sum += HATCH) {
      double left = Math.max(x, sum - bottom);
      double end = Math.min(right, sum - y);
      path.append('M').append(round(left)).append(' ').append(round(sum - left));
      path.append('L').append(round(end)).append(' ').append(round(sum - end));
    }
  }

  @Override
  public void fill(Shape shape) {
    Ink ink = Ink.of(getColor());
    if (ink == null) {
      return;
    }
    if (shape instanceof Ellipse2D circle) {
      flush();
      out.append("<circle class=\"f-").append(ink.token()).append("\" cx=\"");
      out.append(round(circle.getCenterX())).append("\" cy=\"").append(round(circle.getCenterY()));
      out.append("\" r=\"").append(round(circle.getWidth() / 2)).append("\"/>");
      return;
    }
    open("<path class=\"f-" + ink.token() + "\" d=\"");
    append(shape);
  }

  @Override
  public void draw(Shape shape) {
    Ink ink = Ink.of(getColor());
    if (ink == null) {
      return;
    }
    float width = getStroke() instanceof BasicStroke basic ? basic.getLineWidth() : 1;
    boolean dashed = getStroke() instanceof BasicStroke basic && basic.getDashArray() != null;
    open(
        "<path class=\"k k-"
            + ink.token()
            + (width == 1 ? "\"" : "\" stroke-width=\"" + round(width) + "\"")
            + (dashed ? " stroke-dasharray=\"4 3\"" : "")
            + " d=\"");
    append(shape);
  }

  private void open(String key) {
    if (!key.equals(openKey)) {
      flush();
      openKey = key;
    }
  }

  private void flush() {
    if (path.length() > 0) {
      out.append(openKey).append(path).append("\"/>");
    }
    path.setLength(0);
    openKey = "";
    endX = Double.NaN;
    endY = Double.NaN;
  }

  private void append(Shape shape) {
    double[] c = new double[6];
    for (PathIterator it = shape.getPathIterator(null, .1); !it.isDone(); it.next()) {
      int kind = it.currentSegment(c);
      if (kind == PathIterator.SEG_CLOSE) {
        path.append('Z');
        endX = Double.NaN;
        continue;
      }
      if (kind == PathIterator.SEG_LINETO || c[0] != endX || c[1] != endY) {
        path.append(kind == PathIterator.SEG_MOVETO ? 'M' : 'L');
        path.append(round(c[0])).append(' ').append(round(c[1]));
      }
      endX = c[0];
      endY = c[1];
    }
  }

  /** Returns a number with at most one decimal, the same on every machine. */
  static String round(double value) {
    long tenths = Math.round(value * 10);
    String sign = tenths < 0 ? "-" : "";
    long size = Math.abs(tenths);
    return sign + size / 10 + (size % 10 == 0 ? "" : "." + size % 10);
  }

  /** Returns text that is safe in HTML and SVG, between tags and inside double quotes. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }
}
