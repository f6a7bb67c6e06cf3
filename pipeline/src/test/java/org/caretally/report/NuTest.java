package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caretally.report.page.ReportInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page is valid HTML and CSS: no error and no warning. */
class NuTest {
  @TempDir Path folder;

  private String html(ReportInput input) throws Exception {
    ReportWriter.write(input, folder);
    return Files.readString(folder.resolve("report.html"));
  }

  @Test
  void ordinary() throws Exception {
    assertEquals(List.of(), NuCheck.found(html(Fixture.ordinary())));
  }

  @Test
  void hostileLabels() throws Exception {
    assertEquals(List.of(), NuCheck.found(html(Variants.hostile())));
  }

  @Test
  void everythingWithheld() throws Exception {
    assertEquals(List.of(), NuCheck.found(html(Variants.withheld(Fixture.ordinary()))));
  }

  @Test
  void aBrokenPageIsSeen() throws Exception {
    String html = html(Variants.one());
    String errors =
        String.join("\n", NuCheck.found(html.replaceFirst("<main ", "<main><main style=\"x:1\" ")));
    assertTrue(errors.contains("“main”"), errors);
    assertTrue(errors.contains("CSS: “x”"), errors);
    String warning = html.replaceFirst("<main ", "<section></section><main ");
    assertTrue(String.join("", NuCheck.found(warning)).contains("Section lacks heading"));
  }
}
