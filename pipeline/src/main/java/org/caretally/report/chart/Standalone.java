package org.caretally.report.chart;

import java.util.List;

/**
 * A picture as a file of its own, for slides and documents: with its words around it, so that base,
 * source and marks of withheld numbers travel with it, and with the colours of light pages.
 */
public final class Standalone {
  private static final int MARGIN = 16;
  private static final int HEADLINE = 17;
  private static final int HEADLINE_STEP = 22;
  private static final int WORDS = 12;
  private static final int WORDS_STEP = 16;
  private static final int SMALL = 11;
  private static final int SMALL_STEP = 15;
  private static final int MOST = 6;
  // Letters of other fonts are wider than those that are measured, and bold ones still more.
  private static final double WIDER = 1.2;
  private static final double BOLD = 1.32;

  private final StringBuilder out = new StringBuilder();
  private int y = MARGIN;

  private Standalone() {}

  /**
   * Returns an SVG file of the wide picture of a drawing.
   *
   * @param drawing the picture and its words
   * @param source where the numbers come from
   */
  public static Svg of(Drawing drawing, String source) {
    return new Standalone().file(drawing, source);
  }

  private Svg file(Drawing drawing, String source) {
    Svg picture = drawing.pictures().get(0);
    int room = picture.width();
    for (String line : Wrap.lines(drawing.title(), room, HEADLINE * BOLD, MOST)) {
      line(line, HEADLINE_STEP, "h b f-ink");
    }
    lines(drawing.subtitle(), room, WORDS, WORDS_STEP, "f-muted");
    y += WORDS;
    String place = "<svg x=\"" + MARGIN + "\" y=\"" + y + "\"";
    out.append(picture.markup().replaceFirst("^<svg", place));
    y += picture.height() + SMALL;
    for (String note : drawing.notes()) {
      lines(note, room, SMALL, SMALL_STEP, "s f-muted");
    }
    lines(source, room, SMALL, SMALL_STEP, "s f-muted");
    int width = room + 2 * MARGIN;
    int height = y + MARGIN;
    String head =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
            + (width + " " + height + "\" width=\"" + width + "\" height=\"" + height + "\">")
            + ("<style>" + style() + "</style><rect width=\"100%\" height=\"100%\" ")
            + "class=\"f-paper\"/>";
    return new Svg(head + out + "</svg>\n", width, height);
  }

  private void lines(String words, int room, int size, int step, String className) {
    if (!words.isBlank()) {
      Wrap.lines(words, room, size * WIDER, MOST).forEach(l -> line(l, step, className));
    }
  }

  private void line(String words, int step, String className) {
    y += step;
    out.append("<text x=\"").append(MARGIN).append("\" y=\"").append(y - step / 4);
    out.append("\" class=\"").append(className).append("\">");
    out.append(SvgCanvas.escape(words)).append("</text>");
  }

  private static String style() {
    StringBuilder css =
        new StringBuilder(
            "text{font-family:\"Liberation Sans\",Arial,Helvetica,sans-serif;font-size:12px;"
                + "font-variant-numeric:tabular-nums}.s{font-size:11px}.h{font-size:17px}"
                + ".b{font-weight:700}.k{fill:none}");
    for (Ink ink : List.of(Ink.values())) {
      css.append(".f-").append(ink.token()).append("{fill:").append(ink.light()).append('}');
      css.append(".k-").append(ink.token()).append("{stroke:").append(ink.light()).append('}');
    }
    return css.toString();
  }
}
