package org.caretally.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DrawingPartsTest {

  @BeforeAll
  static void fonts() {
    Fonts.start();
  }

  @Test
  void roundsToTenthsWithoutLocale() {
    assertEquals("0", SvgCanvas.round(0));
    assertEquals("12.3", SvgCanvas.round(12.3456));
    assertEquals("-0.5", SvgCanvas.round(-.5));
    assertEquals("100", SvgCanvas.round(99.96));
  }

  @Test
  void escapesMarkup() {
    assertEquals("&lt;a b=&quot;&amp;&#39;&quot;&gt;", SvgCanvas.escape("<a b=\"&'\">"));
  }

  @Test
  void wrapsAtSpacesAndMarksWhatIsCut() {
    List<String> lines = Wrap.lines("Post-traumatic stress symptoms", 110, 12, 2);
    assertEquals(List.of("Post-traumatic", "stress symptoms"), lines);
    List<String> cut = Wrap.lines("one two three four five six seven eight nine", 60, 12, 2);
    assertEquals(2, cut.size());
    assertTrue(cut.get(1).endsWith("…"));
    for (String line : cut) {
      assertTrue(Fonts.width(line, 12) <= 60, line);
    }
    assertEquals(List.of("–"), Wrap.lines("  ", 60, 12, 2));
  }

  @Test
  void wrapsWordsWithoutSpacesAndWideLetters() {
    List<String> lines = Wrap.lines("x".repeat(10_000), 100, 12, 2);
    assertEquals(2, lines.size());
    assertTrue(Fonts.width(lines.get(0), 12) <= 100);
    List<String> wide = Wrap.lines("漢字".repeat(30) + "😀".repeat(30), 100, 12, 3);
    assertEquals(3, wide.size());
    for (String line : wide) {
      assertFalse(Character.isLowSurrogate(line.charAt(0)), "half a character begins the line");
    }
  }

  @Test
  void balancedLinesLeaveNoWordAlone() {
    List<String> lines = Wrap.balanced("Moral distress and moral injury", 150, 12, 2);
    assertEquals(List.of("Moral distress", "and moral injury"), lines);
  }

  @Test
  void ticksReachTheLargestShare() {
    for (int i = 0; i <= 100; i++) {
      Ticks ticks = Ticks.upTo(i / 100.0, 6);
      assertTrue(ticks.top() >= i / 100.0 - 1e-9, "share " + i);
      assertTrue(ticks.top() <= 1 + 1e-9, "share " + i);
      assertTrue(ticks.count() >= 1 && ticks.count() <= 6, "share " + i);
    }
  }

  @Test
  void bandColoursRiseAndEndAtTheStrongest() {
    for (int bands = 2; bands <= 6; bands++) {
      Set<Ink> seen = new HashSet<>();
      for (int i = 0; i < bands; i++) {
        seen.add(SeverityFigure.ink(i, bands));
      }
      assertEquals(bands, seen.size(), bands + " bands");
      assertEquals(Ink.Q0, SeverityFigure.ink(0, bands));
      assertEquals(Ink.Q5, SeverityFigure.ink(bands - 1, bands));
    }
  }

  @Test
  void heatMapClassesHaveTheirPrintedBounds() {
    assertEquals(Ink.Q0, GroupMapFigure.ink(0));
    assertEquals(Ink.Q0, GroupMapFigure.ink(.099));
    assertEquals(Ink.Q1, GroupMapFigure.ink(.1));
    assertEquals(Ink.Q3, GroupMapFigure.ink(.3));
    assertEquals(Ink.Q5, GroupMapFigure.ink(1));
    assertEquals(Ink.D3, CorrelationFigure.ink(.09));
    assertEquals(Ink.D4, CorrelationFigure.ink(.1));
    assertEquals(Ink.D6, CorrelationFigure.ink(.5));
    assertEquals(Ink.D0, CorrelationFigure.ink(-.5));
  }

  @Test
  void marksStandExactlyWhereTheirValueIs() {
    Plot plot = new Plot(400, 100, new Scale(0, .5, 100, 50), Scale.pixels(100));
    plot.dots(Ink.MAIN, new double[] {0, .25, .5}, new double[] {50, 50, 50});
    plot.frame().text("here", .25, 50, 0, 0, Anchor.MIDDLE, Style.LABEL);
    String svg = plot.svg("p", "wide", "t", "d").markup();
    for (String at : List.of("cx=\"100\"", "cx=\"225\"", "cx=\"350\"")) {
      assertTrue(svg.contains(at + " cy=\"50\""), svg);
    }
    assertTrue(svg.contains("<text x=\"225\" y=\"50\" text-anchor=\"middle\""), svg);
  }

  @Test
  void picturesHaveNoStyleAttributeAndNoOutlines() {
    Plot plot = new Plot(100, 50, Scale.pixels(100), Scale.pixels(50));
    plot.rectangles(Ink.Q3, List.of(new double[] {10, 10, 20, 20}, new double[] {30, 10, 40, 20}));
    plot.frame().hatch(50, 40, 90, 10);
    String svg = plot.svg("p", "wide", "<t>", "d").markup();
    assertFalse(svg.contains("style="), svg);
    hatchIsLinesInside(svg, 51, 89);
    assertTrue(svg.contains("&lt;t&gt;"), svg);
    assertEquals(1, svg.split("class=\"f-q3\"", -1).length - 1, "cells of one class are one path");
  }

  private static void hatchIsLinesInside(String svg, double left, double right) {
    assertFalse(svg.contains("url("), "browsers print patterns as images");
    Matcher path = Pattern.compile("class=\"k k-hatch\" d=\"([^\"]+)\"").matcher(svg);
    assertTrue(path.find(), svg);
    Matcher points = Pattern.compile("[ML]([\\d.]+) ([\\d.]+)").matcher(path.group(1));
    int seen = 0;
    while (points.find()) {
      double x = Double.parseDouble(points.group(1));
      double y = Double.parseDouble(points.group(2));
      assertTrue(x >= left && x <= right && y >= 0 && y <= 50, path.group(1));
      seen++;
    }
    assertTrue(seen >= 8, path.group(1));
  }

  @Test
  void paintingAnythingButShapesIsRefused() {
    SvgCanvas canvas = new SvgCanvas("x");
    assertThrows(UnsupportedOperationException.class, () -> canvas.drawString("lost", 0, 0));
    assertThrows(UnsupportedOperationException.class, () -> canvas.rotate(1));
    canvas.setColor(java.awt.Color.RED);
    canvas.draw(new Line2D.Double(0, 0, 1, 1));
    assertFalse(canvas.svg(1, 1, "wide", "t", "d").markup().contains("<path"), "not our colour");
  }

  @Test
  void widthsAreThoseOfTheBundledFont() {
    assertEquals(100 * 0.556, Fonts.width("0", 100), .1);
    assertTrue(Fonts.width("mmm", 12) > Fonts.width("iii", 12));
  }
}
