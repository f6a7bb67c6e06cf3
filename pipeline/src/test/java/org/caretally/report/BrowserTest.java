package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caretally.report.page.ReportInput;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a browser can tell. Skipped where Chromium is not installed. */
class BrowserTest {
  private static final String MEASURE =
      """
      <!DOCTYPE html><meta charset="utf-8"><title>measuring</title>
      <iframe id="phone" width="320" height="900" srcdoc="PAGE"></iframe>
      <iframe id="desk" width="1280" height="900" srcdoc="PAGE"></iframe>
      <pre id="out"></pre>
      <script>
      addEventListener("load", function () {
        var phone = document.getElementById("phone").contentDocument;
        var desk = document.getElementById("desk").contentDocument;
        var out = [];
        function say(name, value) { out.push(name + "=" + value); }
        say("phone", phone.documentElement.scrollWidth);
        say("desk", desk.documentElement.scrollWidth);
        function display(page, query) {
          return getComputedStyle(page.querySelector(query)).display;
        }
        say("phoneWide", display(phone, "svg.wide"));
        say("phoneNarrow", display(phone, "svg.narrow"));
        say("deskWide", display(desk, "svg.wide"));
        say("deskNarrow", display(desk, "svg.narrow"));
        say("dot", getComputedStyle(desk.querySelector("svg.wide circle")).fill);
        var table = desk.getElementById("glance-table");
        table.closest("details").open = true;
        var button = table.querySelectorAll("th button")[2];
        button.focus();
        say("focus", desk.activeElement === button);
        button.click();
        say("sorted", table.tBodies[0].rows[0].cells[2].textContent);
        say("aria", table.querySelectorAll("thead th")[2].getAttribute("aria-sort"));
        var clipped = [];
        [desk, phone].forEach(function (page) { page.querySelectorAll("svg").forEach(function (svg) {
          if (getComputedStyle(svg).display === "none") return;
          var frame = svg.getBoundingClientRect();
          svg.querySelectorAll("text").forEach(function (text) {
            var r = text.getBoundingClientRect();
            if (r.left < frame.left - 1 || r.right > frame.right + 1
                || r.top < frame.top - 1 || r.bottom > frame.bottom + 1) {
                clipped.push(text.textContent);
            }
          });
        }); });
        say("clipped", clipped.join("|"));
        document.getElementById("out").textContent = out.join(";");
      });
      </script>
      """;

  @TempDir Path folder;

  private Path report(ReportInput input) throws Exception {
    ReportWriter.write(input, folder);
    return folder.resolve("report.html");
  }

  private String measure(ReportInput input) throws Exception {
    String html = Files.readString(report(input));
    String quoted = html.replace("&", "&amp;").replace("\"", "&quot;");
    Path wrapper = folder.resolve("measure.html");
    Files.writeString(wrapper, MEASURE.replace("PAGE", quoted));
    String dom =
        Browser.open(
            folder, "--virtual-time-budget=10000", "--dump-dom", wrapper.toUri().toString());
    return Jsoup.parse(dom).selectFirst("#out").text();
  }

  @Test
  void fitsPhonesSortsByKeyboardAndUsesItsColours() throws Exception {
    String out = measure(Fixture.ordinary());
    assertEquals(
        "phone=320;desk=1280;phoneWide=none;phoneNarrow=block;deskWide=block;deskNarrow=none;"
            + "dot=rgb(0, 105, 168);focus=true;sorted=1.5%;aria=ascending;clipped=",
        out);
  }

  @Test
  void longAndHostileLabelsFitToo() throws Exception {
    for (ReportInput input : List.of(Variants.hostile(), Variants.many())) {
      String out = measure(input);
      assertTrue(out.startsWith("phone=320;desk=1280;"), out);
      assertTrue(out.endsWith("clipped="), out);
    }
  }

  @Test
  void asksForNothing() throws Exception {
    assertEquals(List.of(), asked(report(Variants.hostile())));
  }

  @Test
  void aRequestWouldBeSeen() throws Exception {
    Path page = folder.resolve("control.html");
    Files.writeString(page, "<!DOCTYPE html><title>x</title><img src='http://127.0.0.1:9/x.png'>");
    assertEquals(List.of("http://127.0.0.1:9/x.png"), asked(page));
  }

  /** Returns what a page asks the network for; what the browser asks for itself does not count. */
  private List<String> asked(Path page) throws Exception {
    Path log = folder.resolve("net.json");
    Browser.open(
        folder,
        "--log-net-log=" + log,
        "--virtual-time-budget=3000",
        "--dump-dom",
        page.toUri().toString());
    Pattern url = Pattern.compile("\"url\":\"(https?:[^\"]+)\"");
    List<String> asked = new ArrayList<>();
    for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
      Matcher matcher = url.matcher(line);
      boolean own = line.contains("\"initiator\":\"not an origin\"");
      if (line.contains("\"initiator\"") && !own && matcher.find()) {
        asked.add(matcher.group(1));
      }
    }
    return asked;
  }

  @Test
  void paperHasEveryCaptionAndTable() throws Exception {
    Path pdftotext = Browser.program("pdftotext");
    assumeTrue(pdftotext != null, "skipped: pdftotext is not installed");
    Path html = report(Fixture.ordinary());
    Path pdf = folder.resolve("report.pdf");
    Browser.open(
        folder, "--no-pdf-header-footer", "--print-to-pdf=" + pdf, html.toUri().toString());
    String text =
        bare(Browser.run(folder, List.of(pdftotext.toString(), "-raw", pdf.toString(), "-")));
    Document page = Jsoup.parse(Files.readString(html));
    for (Element words : page.select("caption, figcaption p")) {
      assertTrue(text.contains(bare(words.text())), "not on paper: " + words.text());
    }
    for (Element cell : page.select("#glance-table td, #together-table tbody tr:last-child td")) {
      assertTrue(text.contains(bare(cell.text())), "not on paper: " + cell.text());
    }
    assertFalse(text.contains("Skiptothereport"));
  }

  private static String bare(String text) {
    // Paper may break a word after its hyphen and drop nothing else.
    return text.replaceAll("[\\s\\u00AD]", "");
  }
}
