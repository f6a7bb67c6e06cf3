package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caretally.report.PaperTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the shipped example: on paper, and as the sample that visitors open. */
class ExampleReportTest {
  private static final Path KEPT = Runs.ROOT.resolve("reports/example");
  private static final String REFRESH = "; refresh the sample with scripts/sample.sh";
  private static final int MOST = 6_000_000;

  @TempDir static Path folder;

  private static Path report;

  @BeforeAll
  static void run() throws Exception {
    Runs.Result run =
        Runs.command(
            "run",
            Runs.ROOT.resolve("data/example").toString(),
            "--out",
            folder.resolve("reports").toString(),
            "--quiet");
    assertEquals(0, run.exit(), run.err());
    report = Path.of(run.out().strip());
    if (Boolean.getBoolean("caretally.sample")) {
      Sample.write(Sample.of(report.getParent()), KEPT);
    }
  }

  @Test
  void everythingIsOnPaperWithinPagesThatCanBeRead() throws Exception {
    PaperTest.pageOneIsComplete(report, folder);
    PaperTest.everythingIsPrinted(report, folder);
    int pages = PaperTest.pages(folder);
    assertTrue(pages <= 54, "pages " + pages);
    assertTrue(Files.size(report) <= 1_500_000, "bytes " + Files.size(report));
  }

  @Test
  void theFrontSaysAllItsWords() throws Exception {
    Document page = Jsoup.parse(Files.readString(report));
    assertFalse(page.select(".strip, .front").text().contains("…"), "cut");
    assertTrue(page.select(".headlines").text().contains("at or above 4 for men, at or above 3"));
    assertTrue(page.select(".kicker").text().endsWith("Report version: 1.0, June 2026 (invented)"));
    assertTrue(page.select("#answered").text().contains("Who is missing most is not known"));
  }

  @Test
  void theSampleIsWhatARunMakesToday() throws Exception {
    Map<String, String> made = Sample.of(report.getParent());
    assertTrue(made.size() > 40, "files " + made.size());
    Map<String, String> kept = new TreeMap<>(Sample.read(KEPT));
    assertTrue(kept.remove("README.md") != null, "reports/example has no README.md");
    assertEquals(made.keySet(), kept.keySet(), "files differ" + REFRESH);
    for (Map.Entry<String, String> file : made.entrySet()) {
      boolean same = file.getValue().equals(kept.get(file.getKey()));
      assertTrue(same, "reports/example/" + file.getKey() + " is stale" + REFRESH);
    }
    int size = made.values().stream().mapToInt(String::length).sum();
    assertTrue(size < MOST, "bytes " + size);
  }

  @Test
  void theSampleLinksOnlyToWhatIsThereAndSaysWhatIsNot() throws Exception {
    List<Element> links =
        Jsoup.parse(Files.readString(KEPT.resolve("report.html"))).select("a[href]");
    assertTrue(links.size() > 40);
    for (Element link : links) {
      String to = link.attr("href");
      assertTrue(to.startsWith("#") || Files.exists(KEPT.resolve(to)), to);
    }
    String readme = Files.readString(KEPT.resolve("README.md"));
    for (String missing : Sample.leftOut(report.getParent())) {
      assertTrue(readme.contains("`" + missing + "`"), "README.md of the sample: " + missing);
    }
  }
}
