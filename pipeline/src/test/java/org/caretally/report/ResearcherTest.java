package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.caretally.report.page.ReportInput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a researcher looks for is where the report says it is. */
class ResearcherTest {
  @TempDir Path folder;

  private Document page(ReportInput input) throws Exception {
    ReportWriter.write(input, folder);
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }

  @Test
  void aLineFilledByTheRunNamesAPartThatIsThere() throws Exception {
    Document page = page(Fixture.ordinary());
    Set<String> titles = new HashSet<>(page.select("section > h2").eachText());
    int filled = 0;
    for (Element row : page.select("#strobe tbody tr, #cherries tbody tr")) {
      String source = row.child(2).text();
      String answer = row.child(3).text();
      if (source.contains("by the run")) {
        filled++;
        String places = answer.substring(answer.indexOf("See: ") + 5, answer.length() - 1);
        for (String place : places.split("; ", -1)) {
          assertTrue(titles.contains(place), row.text());
        }
      } else {
        assertFalse(answer.contains("See: "), row.text());
      }
    }
    assertTrue(filled >= 20, "filled by the run: " + filled);
  }

  @Test
  void theStudyFileAnswersItsLines() throws Exception {
    Document page = page(Fixture.ordinary());
    assertEquals(
        List.of("22", "Funding and its role", "from the study file", "The region paid."),
        line(page, "#strobe", "22"));
    assertEquals("not supplied", line(page, "#strobe", "19").get(2));
    assertEquals("open: key limitations", line(page, "#strobe", "19").get(3));
    assertEquals("not supplied", line(page, "#cherries", "Completion rate").get(2));
  }

  /** A line for each breakdown, a column for each measure, both with size and p. */
  @Test
  void testsOfAllGroupsStandInATable() throws Exception {
    Document page = page(Fixture.ordinary());
    List<Element> rows = page.select("table:has(caption:contains(All groups at once)) tbody tr");
    assertFalse(rows.isEmpty());
    for (Element row : rows) {
      assertEquals(List.of("0.21 (p 0.004)", "0.21 (p 0.004)"), row.select("td").eachText());
    }
  }

  @Test
  void bothListsAreWhole() throws Exception {
    Document page = page(Fixture.ordinary());
    Set<String> numbers = new HashSet<>();
    page.select("#strobe tbody th").eachText().forEach(t -> numbers.add(t.replaceAll("\\D", "")));
    for (int item = 1; item <= 22; item++) {
      assertTrue(numbers.contains(Integer.toString(item)), "STROBE " + item);
    }
    assertEquals(30, page.select("#cherries tbody tr").size());
    assertTrue(page.select("#checklists").text().contains("10.1016/S0140-6736(07)61602-X"));
    assertTrue(page.select("#checklists").text().contains("10.2196/jmir.6.3.e34"));
  }

  @Test
  void anEmptyReportClaimsNothing() throws Exception {
    Document page = page(Variants.empty());
    for (String item : List.of("13a", "14b", "15")) {
      assertEquals("not supplied", line(page, "#strobe", item).get(2), item);
    }
  }

  private static List<String> line(Document page, String table, String item) {
    for (Element row : page.select(table + " tbody tr")) {
      if (row.child(0).text().equals(item)) {
        return row.children().eachText();
      }
    }
    throw new AssertionError("no line " + item);
  }

  /** The area of a bar is its share, read back from the picture. */
  @Test
  void barsOfADistributionHaveTheAreaOfTheirShare() throws Exception {
    Document page = page(Variants.one());
    Element svg = page.selectFirst("#score-bins-figure svg.wide");
    String bars = svg.selectFirst("path.f-q3").attr("d");
    double first = area(bars, 0);
    double second = area(bars, 1);
    assertEquals(.18 / .2, first / second, .03, "shares of 18% and 20%");
    double end = area(svg.selectFirst("path.f-q2").attr("d"), 1);
    assertEquals(.05 / .2, end / second, .03, "the open bin at the end");
    assertEquals(1, svg.select("path.k-hatch").size(), "the hatched ends, in one path");
    assertTrue(svg.select("path[stroke-dasharray]").size() > 0, "the cut-off");
  }

  private static double area(String path, int shape) {
    String[] points = path.substring(1).split("M", -1)[shape].replace("Z", "").split("L", -1);
    double left = Double.MAX_VALUE;
    double right = 0;
    double top = Double.MAX_VALUE;
    double bottom = 0;
    for (String point : points) {
      String[] xy = point.strip().split(" ", -1);
      left = Math.min(left, Double.parseDouble(xy[0]));
      right = Math.max(right, Double.parseDouble(xy[0]));
      top = Math.min(top, Double.parseDouble(xy[1]));
      bottom = Math.max(bottom, Double.parseDouble(xy[1]));
    }
    return (right - left + .8) * (bottom - top);
  }
}
