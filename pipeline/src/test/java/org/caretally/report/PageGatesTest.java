package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caretally.report.page.ReportInput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contrast as the browser paints it, the page without its script, and a newer Java. */
class PageGatesTest {
  /** For every text of a picture: its ink on the topmost shape below its middle. */
  private static final String CONTRAST =
      """
      addEventListener("load", function () {
        document.querySelectorAll("details").forEach(function (d) { d.open = true; });
        function rgb(colour) { return (colour.match(/[\\d.]+/g) || []).map(Number); }
        function light(c) {
          var p = c.slice(0, 3).map(function (v) {
            v /= 255; return v <= .04045 ? v / 12.92 : Math.pow((v + .055) / 1.055, 2.4);
          });
          return .2126 * p[0] + .7152 * p[1] + .0722 * p[2];
        }
        var paper = rgb(getComputedStyle(document.body).backgroundColor);
        var low = [], seen = 0, shapes = 0;
        document.querySelectorAll("svg text").forEach(function (text) {
          if (getComputedStyle(text.ownerSVGElement).display === "none") return;
          text.scrollIntoView({block: "center", inline: "center"});
          var box = text.getBoundingClientRect();
          var under = document.elementsFromPoint(
              box.left + box.width / 2, box.top + box.height / 2);
          var ground = paper;
          for (var i = 0; i < under.length; i++) {
            if (under[i].ownerSVGElement === text.ownerSVGElement && under[i].tagName !== "text") {
              var style = getComputedStyle(under[i]);
              var fill = style.fill === "none" ? style.stroke : style.fill;
              if (under[i].tagName !== "tspan" && fill !== "none") {
                ground = rgb(fill); shapes++; break;
              }
            }
          }
          var a = light(rgb(getComputedStyle(text).fill)), b = light(ground);
          var ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
          seen++;
          if (!(ratio >= 4.5)) low.push(ratio.toFixed(2) + " " + text.textContent);
        });
        var out = document.createElement("pre");
        out.id = "contrast";
        out.textContent = "paper " + paper + "\\nseen " + seen + "\\nshapes " + shapes
            + low.map(function (l) { return "\\n" + l; }).join("");
        document.body.appendChild(out);
      });
      """;

  /** Words of charts that stick out of them. */
  private static final String INSIDE =
      """
      var outside = [];
      document.querySelectorAll("body > svg").forEach(function (svg) {
        var frame = svg.getBoundingClientRect();
        svg.querySelectorAll("text").forEach(function (text) {
          var r = text.getBoundingClientRect();
          if (r.left < frame.left || r.right > frame.right || r.bottom > frame.bottom) {
            outside.push(text.textContent);
          }
        });
      });
      var out = document.createElement("pre");
      out.id = "outside";
      out.textContent = outside.join("|");
      document.body.appendChild(out);
      """;

  @TempDir Path folder;

  private String html(ReportInput input) throws IOException {
    ReportWriter.write(input, folder);
    return Files.readString(folder.resolve("report.html"));
  }

  /**
   * Returns what a page says: its ground, texts seen, texts on shapes, and texts of low contrast.
   */
  private List<String> contrast(String html, String... flags) throws Exception {
    Path page = folder.resolve("contrast.html");
    Files.writeString(
        page,
        html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replace("</body>", "<script>" + CONTRAST + "</script></body>"));
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.addAll(
        List.of(
            "--window-size=1280,900",
            "--virtual-time-budget=60000",
            "--dump-dom",
            page.toUri().toString()));
    String dom = Browser.open(folder, arguments.toArray(String[]::new));
    return Jsoup.parse(dom).selectFirst("#contrast").wholeText().lines().toList();
  }

  private static void enough(String paper, List<String> found) {
    assertEquals(paper, found.get(0));
    assertTrue(number(found.get(1)) > 300, found.get(1));
    assertTrue(number(found.get(2)) > 30, found.get(2));
    assertEquals(List.of(), found.subList(3, found.size()));
  }

  private static int number(String line) {
    return Integer.parseInt(line.replaceAll("\\D", ""));
  }

  @Test
  void wordsInPicturesStandOutInLight() throws Exception {
    enough("paper 255,255,255", contrast(html(Fixture.ordinary())));
  }

  @Test
  void wordsInPicturesStandOutInTheDark() throws Exception {
    String dark = "--blink-settings=preferredColorScheme=0";
    enough("paper 18,22,27", contrast(html(Fixture.ordinary()), dark));
  }

  @Test
  void faintWordsAreSeen() throws Exception {
    String html = html(Fixture.ordinary()).replace("--muted:#59616b", "--muted:#99a1ab");
    assertTrue(contrast(html).size() > 10);
  }

  @Test
  void chartsKeepTheirWordsInside() throws Exception {
    for (ReportInput input : List.of(Fixture.ordinary(), Variants.hostile(), Variants.many())) {
      ReportWriter.write(input, folder);
      StringBuilder page = new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\">");
      try (Stream<Path> charts = Files.list(folder.resolve("charts"))) {
        for (Path chart : charts.sorted().toList()) {
          page.append(Files.readString(chart));
          Files.delete(chart);
        }
      }
      Path file = folder.resolve("charts.html");
      Files.writeString(file, page + "<script>" + INSIDE + "</script>");
      String dom = Browser.open(folder, "--dump-dom", file.toUri().toString());
      assertEquals("", Jsoup.parse(dom).selectFirst("#outside").wholeText());
    }
  }

  @Test
  void withoutScriptNothingIsMissingOnPaper() throws Exception {
    Path pdftotext = Browser.program("pdftotext");
    assumeTrue(pdftotext != null, "skipped: pdftotext is not installed");
    String html = html(Fixture.ordinary()).replaceFirst("(?s)<script>.*</script>", "");
    Path bare = Files.writeString(folder.resolve("bare.html"), html);
    Document page = Jsoup.parse(html);
    assertEquals(0, page.select("script").size());
    Path pdf = folder.resolve("report.pdf");
    Browser.open(
        folder, "--no-pdf-header-footer", "--print-to-pdf=" + pdf, bare.toUri().toString());
    assertTrue(Files.size(pdf) < 4_000_000, "paper is heavy: " + Files.size(pdf));
    String text =
        bare(Browser.run(folder, List.of(pdftotext.toString(), "-raw", pdf.toString(), "-")));
    for (Element words : page.select("main h2, main h3, caption, figcaption p")) {
      assertTrue(text.contains(bare(words.text())), "missing: " + words.text());
    }
    for (Element table : page.select("table")) {
      Element last = table.selectFirst("tbody tr:last-child th");
      assertTrue(last == null || text.contains(bare(last.text())), "missing row of " + table.id());
    }
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00AD]", "");
  }

  @Test
  void theScriptComesLastAndHidesNothing() throws Exception {
    Document page = Jsoup.parse(html(Fixture.ordinary()));
    Element last = page.body().children().last();
    assertEquals("script", last.tagName());
    assertEquals(0, page.select("[hidden], noscript, template").size());
    assertEquals(0, page.select("table th button").size(), "only the script makes buttons");
  }

  @Test
  void aNewerJavaGivesTheSameBytes() throws Exception {
    Path java = newerJava();
    assumeTrue(java != null, "skipped: no Java newer than " + Runtime.version().feature());
    Path here = Files.createDirectories(folder.resolve("here"));
    Path there = Files.createDirectories(folder.resolve("there"));
    ReportWriter.write(Fixture.ordinary(), here);
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                java.toString(), "-cp", classes, WriteOrdinary.class.getName(), there.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), "no answer");
    } finally {
      process.destroyForcibly();
    }
    assertEquals(0, process.exitValue(), Files.readString(folder.resolve("log.txt")));
    try (Stream<Path> files = Files.walk(here)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = here.relativize(file);
        assertArrayEquals(
            Files.readAllBytes(file), Files.readAllBytes(there.resolve(name)), name.toString());
      }
    }
  }

  /** Returns the java program of a newer release beside the one in use, or null. */
  private static Path newerJava() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> siblings = Files.list(home.getParent())) {
      return siblings
          .filter(p -> feature(p) > Runtime.version().feature())
          .map(p -> p.resolve("bin/java"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(null);
    }
  }

  private static int feature(Path home) {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(l -> l.startsWith("JAVA_VERSION="))
          .map(l -> l.replaceAll("\\D*(\\d+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
