package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.caretally.report.page.ReportInput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Page one and the questions of the part for managers, as a reader finds them. */
class FrontPageTest {
  @TempDir Path folder;

  private Document page(ReportInput input) throws Exception {
    ReportWriter.write(input, folder);
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }

  @Test
  void pageOneComesBeforeTheContents() throws Exception {
    Document page = page(Fixture.ordinary());
    assertEquals(
        List.of("answered", "headlines", "change-words", "trust", "support"),
        page.select(".front section").eachAttr("id").stream()
            .filter(id -> !id.equals("matters"))
            .toList());
    assertEquals("contents", page.selectFirst("main > .front").nextElementSibling().className());
    assertEquals(6, page.select(".headlines li").size());
    assertEquals(5, page.select(".lights dt").size());
    assertTrue(page.selectFirst("#support").text().contains("extension 5000"));
  }

  @Test
  void peopleRepeatTheNumberBesideThem() throws Exception {
    Document page = page(Fixture.ordinary());
    List<Element> shares = page.select("#glance-table tbody tr");
    List<Element> rows = page.select(".headlines svg.people > svg");
    for (int i = 0; i < rows.size(); i++) {
      double share = Double.parseDouble(shares.get(i).child(2).text().replace("%", ""));
      assertEquals(share * 1.6, Double.parseDouble(rows.get(i).attr("width")), .06);
      assertEquals("true", rows.get(i).parent().attr("aria-hidden"));
    }
  }

  @Test
  void lightsComeFromPublishedNumbers() throws Exception {
    Document page = page(Fixture.ordinary());
    List<String> states = page.select(".lights .state").eachText();
    assertEquals("■ Weak", states.get(0), "2,105 of 12,400 invited");
    assertEquals("● Good", states.get(1), "2,045 of 2,105 have a score");
    assertEquals("● Good", states.get(2), "alpha 0.84");
    assertEquals("● Good", states.get(3), "12 of 12 have a test of change");
    Document hidden = page(Variants.withheld(Fixture.ordinary()));
    assertEquals(0, hidden.select(".headlines").size());
    assertEquals(
        List.of("○ Not known", "○ Not known", "○ Not known", "■ Weak", "■ Weak"),
        hidden.select(".lights .state").eachText());
  }

  @Test
  void questionsAreAboutTheOrganisationNeverAboutAPerson() throws Exception {
    Pattern person =
        Pattern.compile(
            "(?i)\\b(he|she|individual|employee|patient|treat|diagnos\\w*|therap(y|ist)|must|should"
                + " be told)\\b");
    List<String> lines = page(Fixture.ordinary()).select("#discuss li").eachText();
    assertTrue(lines.size() >= 3 && lines.size() <= 8, lines.toString());
    for (String line : lines) {
      assertTrue(line.endsWith("?"), line);
      assertFalse(person.matcher(line).find(), line);
    }
    assertTrue(
        lines.get(0).startsWith("Burnout has the largest share at or beyond its cut-off, 39%."));
    assertEquals(
        0,
        page(Variants.withheld(Fixture.ordinary())).select("#discuss li").eachText().stream()
            .filter(l -> l.contains("%"))
            .count());
  }
}
