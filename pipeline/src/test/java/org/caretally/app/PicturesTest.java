package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.caretally.problem.Code;
import org.caretally.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that a browser makes. Skipped where Chromium is not installed. */
class PicturesTest {
  private static final String STUDY =
      """
      version: 1
      id: small
      title: A small survey
      population: Nobody in particular
      files: [survey.csv]
      columns:
        team: {levels: [Red, Blue]}
      instruments: {gad7: "g{1..7}"}
      domains: {team: team}
      """;

  @TempDir Path folder;

  private void survey() throws IOException {
    StringBuilder data = new StringBuilder("team,g1,g2,g3,g4,g5,g6,g7\n");
    for (int i = 0; i < 300; i++) {
      data.append(i % 2 == 0 ? "Red" : "Blue").append(("," + i / 3 % 4).repeat(7)).append('\n');
    }
    Files.writeString(folder.resolve("survey.csv"), data);
    Files.writeString(folder.resolve("study.yml"), STUDY);
  }

  @Test
  void aRunMakesPicturesAndPaper() throws IOException {
    assumeTrue(
        Chromium.find(System.getenv("CHROMIUM"), System.getenv("PATH")).isPresent(),
        "skipped: no Chromium is installed");
    survey();
    Path out = folder.resolve("out");
    Runs.Result result =
        Runs.command("run", folder.toString(), "--out", out.toString(), "--png", "--pdf");
    assertEquals(0, result.exit(), result.err());
    Path report = Path.of(result.out().strip()).getParent();
    byte[] pdf = Files.readAllBytes(report.resolve("report.pdf"));
    assertTrue(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1).equals("%PDF-"));
    int charts = 0;
    try (Stream<Path> files = Files.list(report.resolve("charts"))) {
      for (Path svg : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
        drawnTwiceAsLarge(svg);
        charts++;
      }
    }
    assertTrue(charts >= 2, "charts: " + charts);
    assertTrue(Files.readString(report.resolve("report.html")).contains("href=\"report.pdf\""));
    String manifest = Files.readString(report.resolve("manifest.json"));
    assertTrue(manifest.contains("report.pdf") && manifest.contains(".png"), manifest);
    assertFalse(manifest.contains(folder.toString()), "a path of this machine");
    assertFalse(Files.exists(report.resolve("scratch")));
    try (Stream<Path> files = Files.walk(report)) {
      assertEquals(
          List.of(), files.filter(f -> f.toString().contains("browser")).toList(), "left behind");
    }
  }

  private static void drawnTwiceAsLarge(Path svg) throws IOException {
    Matcher size =
        Pattern.compile("width=\"(\\d+)\" height=\"(\\d+)\"").matcher(Files.readString(svg));
    assertTrue(size.find());
    BufferedImage png = ImageIO.read(new java.io.File(svg.toString().replace(".svg", ".png")));
    assertEquals(2 * Integer.parseInt(size.group(1)), png.getWidth());
    assertEquals(2 * Integer.parseInt(size.group(2)), png.getHeight());
    assertEquals(0xFFFFFF, png.getRGB(2, 2) & 0xFFFFFF, "a light page");
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < png.getHeight(); y += 3) {
      for (int x = 0; x < png.getWidth(); x += 3) {
        colours.add(png.getRGB(x, y));
      }
    }
    assertTrue(colours.size() > 10, svg + " is nearly blank");
    assertTrue(inked(png, 0, 80), svg + " has no words at its top");
    assertTrue(inked(png, png.getHeight() - 80, png.getHeight()), svg + " has no source");
  }

  private static boolean inked(BufferedImage png, int from, int to) {
    for (int y = from; y < to; y++) {
      for (int x = 0; x < png.getWidth(); x++) {
        if ((png.getRGB(x, y) & 0xFF) < 128) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aMachineWithoutABrowserIsToldHowToGetOne() {
    ProblemException missing =
        assertThrows(ProblemException.class, () -> Chromium.required(null, folder.toString()));
    assertEquals(Code.BROWSER_MISSING, missing.problems().get(0).code());
    assertTrue(Chromium.find(folder.resolve("nothing").toString(), "/usr/bin").isEmpty());
    assertEquals(5, Code.BROWSER_MISSING.exit());
  }

  @Test
  void aBrowserThatMakesNothingIsAProblem() throws IOException {
    Path silent = Files.writeString(folder.resolve("silent"), "#!/bin/sh\nexit 0\n");
    assumeTrue(silent.toFile().setExecutable(true));
    Chromium browser = new Chromium(silent, folder);
    ProblemException failed =
        assertThrows(
            ProblemException.class,
            () -> browser.pdf(folder.resolve("a.html"), folder.resolve("a.pdf")));
    assertEquals(Code.BROWSER_FAILED, failed.problems().get(0).code());
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(silent), left.toList());
    }
  }
}
