package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    List<String> command = new java.util.ArrayList<>(List.of(pdftotext.toString()));
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
    Path pdf = folder.resolve("report.pdf");
    Browser.open(
        folder, "--no-pdf-header-footer", "--print-to-pdf=" + pdf, html.toUri().toString());
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
  void longTablesForResearchersAreCutOnPaperAndSaySo() throws Exception {
    ReportWriter.write(Variants.large(), folder);
    Document page = Jsoup.parse(Files.readString(folder.resolve("report.html")));
    Element table = page.selectFirst("#estimates");
    int rows = table.select("tbody tr").size();
    assertTrue(rows > 60, "rows " + rows);
    String words = table.closest("details").selectFirst("p.paper").text();
    assertTrue(words.startsWith("On paper: the first 60 of " + rows + " rows."), words);
    assertTrue(page.select("style").first().data().contains("tr:nth-child(n+61){display:none}"));
    assertTrue(page.selectFirst("#all-results").hasClass("research"));
    assertFalse(page.selectFirst("#breakdowns").hasClass("research"));
  }

  @Test
  void headsOfTablesStandOnEveryPage() throws Exception {
    ReportWriter.write(Variants.large(), folder);
    Path html = folder.resolve("report.html");
    Document page = Jsoup.parse(Files.readString(html));
    Path pdf = folder.resolve("report.pdf");
    Browser.open(
        folder, "--no-pdf-header-footer", "--print-to-pdf=" + pdf, html.toUri().toString());
    assertEquals(190, page.select("#together-table tbody tr").size());
    String heads = bare(page.select("#together-table thead th").text());
    int found = text(pdf, folder).split(java.util.regex.Pattern.quote(heads), -1).length - 1;
    assertTrue(found >= 3, heads + " on paper: " + found);
  }
}
