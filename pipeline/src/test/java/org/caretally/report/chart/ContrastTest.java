package org.caretally.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastTest {

  @Test
  void wordsOnThePageCanBeRead() {
    for (Ink ink : List.of(Ink.INK, Ink.MUTED, Ink.MAIN, Ink.WARM)) {
      for (Ink ground : List.of(Ink.PAPER, Ink.PANEL)) {
        atLeast(4.5, ink, ground);
      }
    }
    atLeast(4.5, Ink.INK, Ink.RIBBON);
    atLeast(4.5, Ink.INK, Ink.HATCH);
  }

  @Test
  void wordsOnCellsCanBeRead() {
    List<Ink> fills = new ArrayList<>();
    for (Ink ink : Ink.values()) {
      if (ink.name().matches("[QD]\\d")) {
        fills.add(ink);
      }
    }
    assertEquals(13, fills.size());
    for (Ink fill : fills) {
      atLeast(4.5, fill.words(), fill);
    }
  }

  @Test
  void marksStandOutFromThePage() {
    for (Ink ink : List.of(Ink.MAIN, Ink.WARM)) {
      atLeast(3, ink, Ink.PAPER);
      atLeast(3, ink, Ink.RIBBON);
    }
  }

  private static void atLeast(double least, Ink words, Ink ground) {
    double light = contrast(words.light(), ground.light());
    double dark = contrast(words.dark(), ground.dark());
    assertTrue(light >= least, words + " on " + ground + ", light: " + light);
    assertTrue(dark >= least, words + " on " + ground + ", dark: " + dark);
  }

  private static double contrast(String a, String b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + .05) / (Math.min(x, y) + .05);
  }

  private static double luminance(String hex) {
    double sum = 0;
    double[] weights = {.2126, .7152, .0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= .04045 ? c / 12.92 : Math.pow((c + .055) / 1.055, 2.4));
    }
    return sum;
  }

  @Test
  void contrastIsComputedAsPublished() {
    assertEquals(21, contrast("#ffffff", "#000000"), 1e-9);
    assertEquals(4.54, contrast("#767676", "#ffffff"), .01);
  }
}
