package org.caretally.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bounds that every comparison with other software keeps. */
class BoundsTest {
  private static Compared.Source source(String method, String data) {
    return new Compared.Source(method, data, "R");
  }

  @Test
  void boundsDependOnTheKindOfNumber() {
    assertEquals(1e-9, Bounds.of(source("mean", "nhanes"), "mean.nhanes.x"));
    assertEquals(1e-9, Bounds.of(source("spearman_se", "nhanes"), "spearman_se.nhanes.x.y"));
    assertEquals(1e-8, Bounds.of(source("raoscott", "nhanes"), "raoscott.nhanes.x.y.p"));
    assertEquals(1e-6, Bounds.of(source("polychoric_se", "nhanes"), "polychoric_se.nhanes.x"));
    assertEquals(2e-5, Bounds.of(source("interval.likelihood", "nhanes"), "x.low"));
    assertEquals(1e-9, Bounds.of(source("interval.exact_likelihood", "nhanes"), "x.low"));
  }

  @Test
  void wideTolerancesAreRefused() {
    new Compared().beforeAll(null);
    Compared.same(source("mean", "made"), "mean.made.x", 1, 1, 1e-9);
    assertThrows(
        AssertionError.class, () -> Compared.same(source("mean", "made"), "x", 1, 1, 1e-6));
    assertThrows(
        AssertionError.class, () -> Compared.same(source("mean", "made"), "x.p", 1, 1, 1e-7));
    assertThrows(
        AssertionError.class, () -> Compared.same(source("mean", "made"), "x", 1, 1 + 1e-8, 1e-9));
    new Compared().beforeAll(null);
  }

  /** An exception says why, and its exact sister is among the reference values. */
  @Test
  void exceptionsHaveAnExactReferenceBesideThem() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/reference"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("expected.csv")).toList()) {
        all.append(Files.readString(file));
      }
    }
    for (Bounds.Loose l : Bounds.LOOSE) {
      assertFalse(l.reason().isBlank());
      assertTrue(all.indexOf('"' + l.exact() + '.') >= 0, l.exact());
      assertTrue(l.bound() <= 1e-4);
      for (String data : List.of("nhanes", "items")) {
        assertTrue(Bounds.of(source(l.exact(), data), "x") <= 1e-6);
      }
    }
  }
}
