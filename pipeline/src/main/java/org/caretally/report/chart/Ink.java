package org.caretally.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * Every colour of the page, in light and in dark. A colour is written into a picture as a class
 * ({@code f-} for fills, {@code k-} for lines), never as a value, so that one style sheet decides.
 * Words on a filled cell have an ink of their own, chosen for a contrast of at least 4.5 to 1.
 */
public enum Ink {
  /** The page. */
  PAPER("#ffffff", "#12161b"),
  /** Words. */
  INK("#1d2126", "#e8eaed"),
  /** Words that step back. */
  MUTED("#59616b", "#a9b1ba"),
  /** Grid lines and rules. */
  GRID("#d9dee3", "#333a42"),
  /** Hatch of withheld cells. */
  HATCH("#c9cfd6", "#414a54"),
  /** First series, links. */
  MAIN("#0069a8", "#5cb3ee"),
  /** Reference lines and marks that differ. */
  WARM("#b34700", "#f2935c"),
  /** People who are not counted, in rows of people. */
  PERSON("#c3cad2", "#4a5561"),
  /** A good state. */
  GOOD("#1b6e3c", "#6fcf97"),
  /** A weak state. */
  WEAK("#a4161a", "#ff8f87"),
  /** Interval ribbons. */
  RIBBON("#cfe3f2", "#1c3b54"),
  /** Quiet panels. */
  PANEL("#f4f6f8", "#1a2027"),
  /** Words on the sequential scale, from the lowest class. */
  ON_Q0("#1d2126", "#e8eaed"),
  /** Words on Q1. */
  ON_Q1("#1d2126", "#e8eaed"),
  /** Words on Q2. */
  ON_Q2("#1d2126", "#ffffff"),
  /** Words on Q3. */
  ON_Q3("#1d2126", "#ffffff"),
  /** Words on Q4. */
  ON_Q4("#ffffff", "#0d1117"),
  /** Words on Q5. */
  ON_Q5("#ffffff", "#0d1117"),
  /** Words on the diverging scale. */
  ON_D0("#ffffff", "#0d1117"),
  /** Words on D1. */
  ON_D1("#1d2126", "#ffffff"),
  /** Words on D2. */
  ON_D2("#1d2126", "#e8eaed"),
  /** Words on D3. */
  ON_D3("#1d2126", "#e8eaed"),
  /** Words on D4. */
  ON_D4("#1d2126", "#e8eaed"),
  /** Words on D5. */
  ON_D5("#1d2126", "#ffffff"),
  /** Words on D6. */
  ON_D6("#ffffff", "#0d1117"),
  /** Sequential scale, lowest class. */
  Q0("#e6eef6", "#1b2733", ON_Q0),
  /** Sequential scale. */
  Q1("#c3d9ec", "#1f3a54", ON_Q1),
  /** Sequential scale. */
  Q2("#94bfe0", "#23527c", ON_Q2),
  /** Sequential scale. */
  Q3("#5e9fd0", "#2f6fa6", ON_Q3),
  /** Sequential scale. */
  Q4("#1d65a6", "#7fb8e6", ON_Q4),
  /** Sequential scale, highest class. */
  Q5("#0b3d73", "#cfe6f8", ON_Q5),
  /** Diverging scale, strongly negative. */
  D0("#1d65a6", "#8cc4f0", ON_D0),
  /** Diverging scale. */
  D1("#7fb2d9", "#2f6fa6", ON_D1),
  /** Diverging scale. */
  D2("#d3e4f1", "#1f3a54", ON_D2),
  /** Diverging scale, about nothing. */
  D3("#f1f2f3", "#262c33", ON_D3),
  /** Diverging scale. */
  D4("#fbdcc8", "#4d2e22", ON_D4),
  /** Diverging scale. */
  D5("#f0a479", "#9a4a26", ON_D5),
  /** Diverging scale, strongly positive. */
  D6("#b5401f", "#f5b48c", ON_D6);

  private static final List<Ink> SEQUENTIAL = List.of(Q0, Q1, Q2, Q3, Q4, Q5);
  private static final List<Ink> DIVERGING = List.of(D0, D1, D2, D3, D4, D5, D6);

  private final String light;
  private final String dark;
  private final Ink words;

  Ink(String light, String dark) {
    this(light, dark, null);
  }

  Ink(String light, String dark, Ink words) {
    this.light = light;
    this.dark = dark;
    this.words = words;
  }

  /** A colour nobody sees: it carries the ink through the chart library. */
  private static final class Carrier extends Color {
    private final Ink ink;

    Carrier(Ink ink) {
      super(0);
      this.ink = ink;
    }
  }

  /** Returns the colour on a light page, such as {@code #1d2126}. */
  public String light() {
    return light;
  }

  /** Returns the colour on a dark screen. */
  public String dark() {
    return dark;
  }

  /** Returns the name in style sheets, such as {@code on-q0}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the class of the sequential scale, 0 to 5. */
  static Ink sequential(int step) {
    return SEQUENTIAL.get(step);
  }

  /** Returns the class of the diverging scale, -3 to 3. */
  static Ink diverging(int step) {
    return DIVERGING.get(step + 3);
  }

  /** Returns the ink for words on this fill. */
  public Ink words() {
    return words == null ? INK : words;
  }

  /** Returns the carrier colour for the chart library. */
  Color color() {
    return new Carrier(this);
  }

  /** Returns the ink a carrier colour stands for, or null when it is not one of ours. */
  static Ink of(Color color) {
    return color instanceof Carrier carrier ? carrier.ink : null;
  }

  /** Returns the style rules that give every class its colour. */
  public static String css() {
    StringBuilder light = new StringBuilder(":root{color-scheme:light dark;");
    StringBuilder dark = new StringBuilder("@media screen and (prefers-color-scheme:dark){:root{");
    StringBuilder rules = new StringBuilder();
    for (Ink ink : values()) {
      String name = ink.token();
      light.append("--").append(name).append(':').append(ink.light).append(';');
      dark.append("--").append(name).append(':').append(ink.dark).append(';');
      rules.append(".f-").append(name).append("{fill:var(--").append(name).append(")}");
      rules.append(".k-").append(name).append("{stroke:var(--").append(name).append(")}");
    }
    return light.append("}\n").append(dark).append("}}\n").append(rules).append('\n').toString();
  }
}
