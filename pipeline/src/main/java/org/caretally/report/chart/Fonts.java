package org.caretally.report.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one font that pictures are laid out with: Liberation Sans, carried in the jar, so that the
 * same bytes come out on a machine with other fonts or none. It is used for measuring only; readers
 * see their own font of about the same width.
 */
public final class Fonts {
  /** How text is measured: no pixels, no rounding. */
  static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private static final String FILE = "LiberationSans-Regular.ttf";
  private static final String PROPERTY = "sun.awt.fontconfig";
  // Readers without an Arial-like font get these signs half as wide again.
  private static final String WIDER_ELSEWHERE = "<>=+~^|";
  private static final int TABLE = 0x530;
  private static final int FIRST_WIDE = 0x1100;

  private Fonts() {}

  /** Holds what is read once: the font, and the width of each common letter at size 1. */
  private static final class Holder {
    static final Font BASE = load();
    static final float[] WIDTHS = widths();

    private static float[] widths() {
      char[] letters = new char[TABLE];
      for (int i = 0; i < TABLE; i++) {
        letters[i] = i < ' ' ? ' ' : (char) i;
      }
      Font big = BASE.deriveFont(100f);
      GlyphVector glyphs = big.createGlyphVector(CONTEXT, letters);
      float[] widths = new float[TABLE];
      for (int i = 0; i < TABLE; i++) {
        boolean missing = glyphs.getGlyphCode(i) == big.getMissingGlyphCode();
        widths[i] = missing ? .6f : glyphs.getGlyphMetrics(i).getAdvanceX() / 100f;
      }
      for (int i = 0; i < WIDER_ELSEWHERE.length(); i++) {
        widths[WIDER_ELSEWHERE.charAt(i)] = .84f;
      }
      return widths;
    }
  }

  /**
   * Makes text measurable on this machine. Called before the first picture; it does no harm when
   * called again or when AWT has started already. On a machine without fontconfig or fonts AWT
   * would stop with an error otherwise: a two-line configuration tells it that there are no fonts
   * of the system to look for.
   *
   * @throws UncheckedIOException if the temporary file cannot be written
   */
  public static void start() {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    if (System.getProperty(PROPERTY) != null) {
      font(12);
      return;
    }
    try {
      Path file = Files.createTempFile("fontconfig", ".properties");
      try {
        Files.writeString(file, "version=1\nsequence.allfonts=default\n");
        System.setProperty(PROPERTY, file.toString());
        font(12);
      } finally {
        System.clearProperty(PROPERTY);
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the font at a size in pixels. */
  static Font font(float size) {
    return Holder.BASE.deriveFont(size);
  }

  /** Returns the width of a text in pixels at a size in pixels. */
  static double width(String text, double size) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += c < TABLE ? Holder.WIDTHS[c] : c < FIRST_WIDE || c == 0x2013 ? .6 : 1;
      i += Character.charCount(c);
    }
    return width * size;
  }

  private static Font load() {
    try (InputStream in = Fonts.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the font is missing from the jar");
      }
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("the font in the jar cannot be read", e);
    }
  }
}
