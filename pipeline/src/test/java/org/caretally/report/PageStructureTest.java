package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.caretally.report.Variants.Variant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageStructureTest {
  private static final Pattern REMOTE =
      Pattern.compile("(?i)^\\s*(https?:|//|ftp:|data:|javascript:)");

  @TempDir Path folder;

  private Document page(Variant variant) throws Exception {
    ReportWriter.write(variant.input(), folder);
    return Jsoup.parse(Files.readString(folder.resolve("report.html")));
  }

  @ParameterizedTest
  @MethodSource("org.caretally.report.Variants#all")
  void thePageIsSound(Variant variant) throws Exception {
    Document page = page(variant);
    idsAreUniqueAndFound(page);
    headingsAreInOrder(page);
    nothingRunsAndNothingIsRemote(page);
    everyPictureHasItsTable(page);
    tablesAreComplete(page);
    assertEquals(1, page.select("main").size());
    assertEquals(1, page.select("nav").size());
    assertEquals("en", page.selectFirst("html").attr("lang"));
    assertEquals("#main", page.selectFirst("body > a").attr("href"));
    assertEquals(
        "Scores are screening results, not diagnoses.", page.selectFirst(".strip p").text());
  }

  private static void idsAreUniqueAndFound(Document page) {
    Set<String> ids = new HashSet<>();
    for (Element element : page.select("[id]")) {
      assertTrue(ids.add(element.id()), "twice: " + element.id());
      assertFalse(element.id().isBlank());
    }
    for (Element element : page.select("[aria-labelledby]")) {
      for (String id : element.attr("aria-labelledby").split(" ", -1)) {
        assertTrue(ids.contains(id), "no such id: " + id);
      }
    }
    for (Element link : page.select("a[href^=#]")) {
      assertTrue(ids.contains(link.attr("href").substring(1)), link.attr("href"));
    }
    assertEquals(0, page.select("[fill^=url]").size(), "browsers print patterns as images");
  }

  private static void headingsAreInOrder(Document page) {
    assertEquals(1, page.select("h1").size());
    int last = 1;
    for (Element heading : page.select("h1,h2,h3,h4,h5,h6")) {
      int level = heading.tagName().charAt(1) - '0';
      assertTrue(level <= last + 1, "heading skips a level: " + heading.text());
      last = level;
    }
  }

  private static void nothingRunsAndNothingIsRemote(Document page) throws Exception {
    assertEquals(1, page.select("script").size());
    assertEquals(1, page.select("style").size());
    assertEquals(0, page.select("img,iframe,object,embed,link,form,base,foreignObject,b").size());
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        assertFalse(name.startsWith("on"), element.tagName() + " " + name);
        assertFalse(name.equals("style"), "inline style on " + element.tagName());
        if (List.of("href", "src", "xlink:href", "action", "srcset").contains(name)) {
          assertFalse(REMOTE.matcher(attribute.getValue()).find(), attribute.getValue());
        }
      }
    }
    String style = page.selectFirst("style").data();
    assertFalse(style.contains("url(") || style.contains("@import"), "style asks for files");
    String policy = page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
    assertTrue(policy.startsWith("default-src 'none'"), policy);
    assertTrue(policy.contains("style-src '" + hash(style) + "'"), "hash of the style");
    assertTrue(
        policy.contains("script-src '" + hash(page.selectFirst("script").data()) + "'"),
        "hash of the script");
    assertFalse(policy.contains("unsafe"), policy);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  private static void everyPictureHasItsTable(Document page) {
    for (Element people : page.select("svg.people")) {
      assertEquals("true", people.attr("aria-hidden"), "its number stands beside it");
    }
    for (Element svg : page.select("svg:not(.people, .people svg)")) {
      assertEquals("img", svg.attr("role"));
      assertFalse(svg.selectFirst("title").text().isBlank());
      assertFalse(svg.selectFirst("desc").text().isBlank());
      Element next = svg.closest(".chart").nextElementSibling();
      assertNotNull(next.selectFirst("table"), "no table after " + svg.selectFirst("title"));
      assertEquals("details", next.tagName());
      Element figure = svg.closest("figure");
      assertFalse(figure.selectFirst("figcaption .headline").text().isBlank());
      assertFalse(figure.selectFirst("figcaption .measure").text().isBlank());
      assertTrue(figure.select(".notes").text().contains("Base:"), "no base");
      assertTrue(figure.select(".notes").text().contains("Source:"), "no source");
    }
    int number = 1;
    for (Element label : page.select("figcaption .number")) {
      assertEquals("Figure " + number++, label.text());
    }
  }

  private static void tablesAreComplete(Document page) {
    for (Element table : page.select("table")) {
      assertFalse(table.selectFirst("caption").text().isBlank());
      int width = table.select("thead th[scope=col]").size();
      for (Element row : table.select("tbody tr")) {
        assertEquals(width, row.children().size(), table.id());
        assertEquals("row", row.child(0).attr("scope"));
        for (Element cell : row.select("td")) {
          assertFalse(cell.text().isEmpty(), "blank cell in " + table.id());
        }
      }
    }
  }

  @Test
  void everyLabelStandsAsTextInItsPicture() throws Exception {
    Document page = page(new Variant("ordinary", Fixture.ordinary()));
    String glance = words(page, "#glance-figure svg.wide");
    String groups = words(page, "#groups-figure svg");
    String together = words(page, "#together-figure svg");
    String trend = words(page, "#trend-figure svg.wide");
    for (Fixture.Topic topic : Fixture.CHALLENGES) {
      for (String picture : List.of(glance, groups, together, trend)) {
        assertTrue(picture.contains(bare(topic.label())), topic.label() + " in " + picture);
      }
      assertTrue(glance.contains(bare(topic.cutoff())), topic.cutoff());
      assertTrue(words(page, "#glance-figure svg.narrow").contains(bare(topic.label())));
    }
    int number = 1;
    for (Fixture.Breakdown breakdown : Fixture.BREAKDOWNS) {
      String own = words(page, "#by-" + number + "-figure svg.wide");
      String narrow = words(page, "#by-" + number++ + "-figure svg.narrow");
      for (String level : breakdown.levels()) {
        for (String picture : List.of(groups, own, narrow)) {
          assertTrue(picture.contains(bare(level)), level);
        }
      }
    }
  }

  private static String words(Document page, String query) {
    StringBuilder words = new StringBuilder();
    for (Element text : page.select(query + " text")) {
      words.append(bare(text.text()));
    }
    return words.toString();
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void everyWordInAPictureHasAKnownInk() throws Exception {
    Document page = page(new Variant("ordinary", Fixture.ordinary()));
    String style = page.selectFirst("style").data();
    assertTrue(page.select("svg text").size() > 500);
    for (Element shape : page.select("svg [class]")) {
      for (String name : shape.classNames()) {
        if (name.startsWith("f-") || name.startsWith("k-")) {
          assertTrue(style.contains("." + name + "{"), name);
        }
      }
    }
    for (Element text : page.select("svg text")) {
      assertEquals(
          1, text.classNames().stream().filter(c -> c.startsWith("f-")).count(), text.text());
    }
  }

  @Test
  void withheldNumbersLeaveNoTrace() throws Exception {
    Document page = page(new Variant("withheld", Variants.withheld(Fixture.ordinary())));
    assertEquals(0, page.select("svg circle").size());
    assertEquals(0, page.select("svg path[class=f-main]").size());
    assertTrue(page.select("svg").text().contains("[c]"));
    for (Element cell : page.select("figure td.n")) {
      assertTrue(List.of("[c]", "[u]", "–").contains(cell.text()), cell.text());
    }
  }

  @Test
  void drawnPlacesAreThoseOfThePrintedNumbers() throws Exception {
    Document page = page(new Variant("ordinary", Fixture.ordinary()));
    Element svg = page.selectFirst("#glance-figure svg.wide");
    List<Element> dots = svg.select("circle");
    List<Element> rows = page.select("#glance-table tbody tr");
    assertEquals(rows.size(), dots.size());
    double zero = place(svg, "0%");
    double ten = place(svg, "10%");
    for (int i = 0; i < rows.size(); i++) {
      double share = Double.parseDouble(rows.get(i).child(2).text().replace("%", ""));
      double drawn = (Double.parseDouble(dots.get(i).attr("cx")) - zero) / (ten - zero) * 10;
      assertEquals(share, drawn, .03, rows.get(i).text());
    }
  }

  @Test
  void theResponseRateComesFromThePublishedCount() throws Exception {
    Document page = page(new Variant("ordinary", Variants.withoutRates(Fixture.ordinary())));
    String words = page.selectFirst("#answered p").text();
    String analysed = words.substring(0, words.indexOf(" people")).replaceAll("[^0-9]", "");
    long percent = Math.round(100 * Double.parseDouble(analysed) / 12_400);
    String rate = "Of 12,400 people invited, about " + percent + "% are analysed here.";
    assertTrue(page.selectFirst("#answered").text().contains(rate), rate);
  }

  @Test
  void aMeanIsDrawnWhereItLiesOnItsScale() throws Exception {
    Document page = page(new Variant("ordinary", Fixture.ordinary()));
    Element svg = page.selectFirst("#positions-figure svg.wide");
    List<Element> dots = svg.select("circle");
    List<Element> rows = page.select("#positions-table tbody tr");
    assertEquals(3, rows.size());
    assertEquals(rows.size(), dots.size());
    double zero = place(svg, "0%");
    double half = place(svg, "50%");
    for (int i = 0; i < rows.size(); i++) {
      double mean = Double.parseDouble(rows.get(i).child(2).text());
      double drawn = (Double.parseDouble(dots.get(i).attr("cx")) - zero) / (half - zero) * 2.5;
      assertEquals(mean, drawn, .01, rows.get(i).text());
    }
  }

  private static double place(Element svg, String tick) {
    return svg.select("text").stream()
        .filter(t -> t.text().equals(tick))
        .mapToDouble(t -> Double.parseDouble(t.attr("x")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLargeReportStaysSmall() throws Exception {
    ReportWriter.write(Variants.large(), folder);
    long size = Files.size(folder.resolve("report.html"));
    assertTrue(size <= 1_500_000, "bytes: " + size);
  }
}
