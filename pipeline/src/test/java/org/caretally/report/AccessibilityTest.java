package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caretally.report.page.ReportInput;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report holds the rules of axe (WCAG 2.0 to 2.2, A and AA, best practice), light and dark. */
class AccessibilityTest {
  private static final String RUN =
      """
      document.querySelectorAll("details").forEach(function (d) { d.open = true; });
      axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
          "best-practice"]}).then(function (found) {
        var lines = found.violations.map(function (v) {
          return v.id + ": " + v.nodes.length + " x " + v.nodes[0].html.slice(0, 160);
        });
        lines.unshift("passed " + found.passes.length);
        var out = document.createElement("pre");
        out.id = "axe-found";
        out.textContent = lines.join("\\n");
        document.body.appendChild(out);
      });
      """;

  @TempDir Path folder;

  private static String axe() throws IOException {
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the rules that a page breaks; the page's own policy would keep the checker out. */
  private List<String> broken(String html, String... flags) throws Exception {
    String open =
        html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
            .replace(
                "</body>", "<script>" + axe() + "</script><script>" + RUN + "</script></body>");
    Path page = folder.resolve("page.html");
    Files.writeString(page, open);
    String[] arguments = java.util.Arrays.copyOf(flags, flags.length + 3);
    arguments[flags.length] = "--virtual-time-budget=120000";
    arguments[flags.length + 1] = "--dump-dom";
    arguments[flags.length + 2] = page.toUri().toString();
    String found =
        Jsoup.parse(Browser.open(folder, arguments)).selectFirst("#axe-found").wholeText();
    List<String> lines = found.lines().toList();
    assertTrue(lines.get(0).matches("passed [2-9]\\d"), found);
    return lines.subList(1, lines.size());
  }

  private String html(ReportInput input) throws Exception {
    ReportWriter.write(input, folder);
    return Files.readString(folder.resolve("report.html"));
  }

  @Test
  void light() throws Exception {
    assertEquals(List.of(), broken(html(Fixture.ordinary())));
  }

  @Test
  void dark() throws Exception {
    String html = html(Fixture.ordinary());
    assertEquals(List.of(), broken(html, "--blink-settings=preferredColorScheme=0"));
  }

  @Test
  void withheld() throws Exception {
    assertEquals(List.of(), broken(html(Variants.withheld(Fixture.ordinary()))));
  }

  @Test
  void aBrokenPageIsSeen() throws Exception {
    String html = html(Fixture.ordinary()).replace("<html lang=\"en\"", "<html");
    assertTrue(broken(html).stream().anyMatch(l -> l.startsWith("html-has-lang")));
  }
}
