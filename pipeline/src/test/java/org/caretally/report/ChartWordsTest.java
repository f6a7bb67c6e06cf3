package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.caretally.report.page.ReportInput;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In no picture two pieces of text lie on each other or leave the picture, in either width. Boxes
 * of letters are a little taller than letters, so three pixels of overlap are none. Climbing words
 * are compared with each other in their own direction.
 */
class ChartWordsTest {
  private static final String MEASURE =
      """
      <!DOCTYPE html><meta charset="utf-8"><title>measuring</title>
      <iframe id="phone" width="360" height="900" srcdoc="PAGE"></iframe>
      <iframe id="desk" width="1280" height="900" srcdoc="PAGE"></iframe>
      <pre id="out"></pre>
      <script>
      addEventListener("load", function () {
        var found = [];
        var seen = 0;
        function box(text) {
          var b = text.getBBox();
          var t = text.getAttribute("transform");
          var m = /translate\\(([-\\d.]+) ([-\\d.]+)\\) rotate\\(([-\\d.]+)\\)/.exec(t || "");
          var angle = m ? +m[3] * Math.PI / 180 : 0;
          var x = m ? +m[1] : 0, y = m ? +m[2] : 0;
          var u = x * Math.cos(angle) + y * Math.sin(angle) + b.x;
          var v = -x * Math.sin(angle) + y * Math.cos(angle) + b.y;
          return {angle: angle, left: u, top: v, right: u + b.width, bottom: v + b.height,
              words: text.textContent};
        }
        ["phone", "desk"].forEach(function (name) {
          var page = document.getElementById(name).contentDocument;
          page.querySelectorAll(".chart svg").forEach(function (svg) {
            if (page.defaultView.getComputedStyle(svg).display === "none") return;
            var frame = svg.viewBox.baseVal;
            var title = svg.querySelector("title").id;
            var boxes = Array.prototype.map.call(svg.querySelectorAll("text"), box);
            seen += boxes.length;
            boxes.forEach(function (a, i) {
              if (a.angle === 0 && (a.left < -1 || a.top < -3 || a.right > frame.width + 1
                  || a.bottom > frame.height + 3)) {
                found.push(title + " leaves: " + a.words);
              }
              for (var j = i + 1; j < boxes.length; j++) {
                var b = boxes[j];
                var wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                var high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (a.angle === b.angle && wide > 1 && high > 3) {
                  found.push(title + " overlaps: " + a.words + " / " + b.words);
                }
              }
            });
          });
        });
        document.getElementById("out").textContent =
            "seen " + seen + "\\n" + found.slice(0, 20).join("\\n");
      });
      </script>
      """;

  @TempDir Path folder;

  private String measure(String html) throws Exception {
    String quoted = html.replace("&", "&amp;").replace("\"", "&quot;");
    Path wrapper = folder.resolve("measure.html");
    Files.writeString(wrapper, MEASURE.replace("PAGE", quoted));
    String dom =
        Browser.open(
            folder, "--virtual-time-budget=20000", "--dump-dom", wrapper.toUri().toString());
    return Jsoup.parse(dom).selectFirst("#out").wholeText().strip();
  }

  private String html(ReportInput input) throws Exception {
    ReportWriter.write(input, folder);
    return Files.readString(folder.resolve("report.html"));
  }

  @ParameterizedTest
  @MethodSource("org.caretally.report.Variants#all")
  void nothingOverlapsOrLeavesThePicture(Variants.Variant variant) throws Exception {
    String found = measure(html(variant.input()));
    assertTrue(found.matches("seen \\d+"), variant.name() + ": " + found);
  }

  @Test
  void anOverlapAndAnEscapeWouldBeSeen() throws Exception {
    String words = "<text x=\"750\" y=\"40\" class=\"t\">words that leave and overlap</text>";
    String html =
        html(Fixture.ordinary())
            .replaceFirst("(<svg class=\"wide\".*?</desc>)", "$1" + words + words);
    String found = measure(html);
    assertTrue(found.contains("leaves: words that"), found);
    assertTrue(found.contains("overlaps: words that leave and overlap / words that"), found);
    assertEquals('s', found.charAt(0));
  }
}
