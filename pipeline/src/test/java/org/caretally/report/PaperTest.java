package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The printed report: its first page is the director's. */
public class PaperTest {
  @TempDir Path folder;

  private static String text(Path pdf, Path folder, String... pages) throws Exception {
    Path pdftotext = Browser.program("pdftotext");
    assumeTrue(pdftotext != null, "skipped: pdftotext is not installed");
    List<String> command = new ArrayList<>(List.of(pdftotext.toString()));
    command.addAll(List.of(pages));
    command.addAll(List.of("-raw", pdf.toString(), "-"));
    return bare(Browser.run(folder, command));
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00AD]", "");
  }

  @Test
  void pageOneHoldsWhatTheDirectorNeeds() throws Exception {
    ReportWriter.write(Fixture.ordinary(), folder);
    Path html = folder.resolve("report.html");
    pageOneIsComplete(html, folder);
    Document page = Jsoup.parse(Files.readString(html));
    String all = text(folder.resolve("report.pdf"), folder);
    for (Element caption : page.select("caption, figcaption p")) {
      assertTrue(all.contains(bare(caption.text())), "not on paper: " + caption.text());
    }
  }

  /** Prints a report and looks for all words of its first part on the first sheet. */
  public static void pageOneIsComplete(Path html, Path folder) throws Exception {
    Path pdf = print(html, folder);
    String first = text(pdf, folder, "-f", "1", "-l", "1");
    Document page = Jsoup.parse(Files.readString(html));
    List<Element> wanted =
        page.select(
            "h1, .strip p, .front h2, .headlines p, .front ul.prose li, .front p, .lights dt,"
                + " .lights dd, .front .notice p");
    assertTrue(wanted.size() > 30, "found " + wanted.size());
    assertEquals(6, page.select(".headlines li").size());
    for (Element element : wanted) {
      assertTrue(first.contains(bare(element.text())), "not on page 1: " + element.text());
    }
    assertFalse(first.contains(bare(page.selectFirst(".contents a[href=#glossary]").text())));
  }

  @Test
  void everyCaptionAndEveryRowIsOnPaper() throws Exception {
    ReportWriter.write(Variants.large(), folder);
    Path html = folder.resolve("report.html");
    print(html, folder);
    assertTrue(longest(html) > 150);
    everythingIsPrinted(html, folder);
  }

  private static int longest(Path html) throws Exception {
    return Jsoup.parse(Files.readString(html)).select("tbody").stream()
        .mapToInt(body -> body.select("tr").size())
        .max()
        .orElse(0);
  }

  private static Path print(Path html, Path folder) throws Exception {
    Path pdf = folder.resolve("report.pdf");
    Browser.open(
        folder, "--no-pdf-header-footer", "--print-to-pdf=" + pdf, html.toUri().toString());
    return pdf;
  }

  /** Returns how many pages report.pdf has. */
  public static int pages(Path folder) throws Exception {
    Path pdfinfo = Browser.program("pdfinfo");
    assumeTrue(pdfinfo != null, "skipped: pdfinfo is not installed");
    String told =
        Browser.run(folder, List.of(pdfinfo.toString(), folder.resolve("report.pdf").toString()));
    return Integer.parseInt(told.replaceAll("(?s).*Pages: +(\\d+).*", "$1"));
  }

  /**
   * Looks in report.pdf for every caption, and counts that every cell stands there at least as
   * often as in the tables.
   */
  public static void everythingIsPrinted(Path html, Path folder) throws Exception {
    String all = text(folder.resolve("report.pdf"), folder);
    Document page = Jsoup.parse(Files.readString(html));
    for (Element caption : page.select("caption, figcaption p")) {
      assertTrue(all.contains(bare(caption.text())), "not on paper: " + caption.text());
    }
    Map<String, Integer> cells = new HashMap<>();
    for (Element cell : page.select("tbody th, tbody td")) {
      cells.merge(bare(cell.text()), 1, Integer::sum);
    }
    assertTrue(cells.size() > 100);
    cells.forEach(
        (cell, times) -> {
          int found = all.split(Pattern.quote(cell), -1).length - 1;
          assertTrue(found >= times, cell + ": " + times + " in tables, on paper " + found);
        });
  }

  @Test
  void headsOfTablesStandOnEveryPage() throws Exception {
    ReportWriter.write(Variants.large(), folder);
    Path html = folder.resolve("report.html");
    Document page = Jsoup.parse(Files.readString(html));
    Path pdf = print(html, folder);
    assertEquals(190, page.select("#together-table tbody tr").size());
    String heads = bare(page.select("#together-table thead th").text());
    int found = text(pdf, folder).split(Pattern.quote(heads), -1).length - 1;
    assertTrue(found >= 3, heads + " on paper: " + found);
  }
}
