package org.caretally.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir Path folder;

  @Test
  void writesAPageAndTables() throws Exception {
    ReportWriter.write(Fixture.ordinary(), folder);
    String html = Files.readString(folder.resolve("report.html"));
    assertTrue(html.contains("Staff wellbeing survey 2025"));
    Path look = Path.of(System.getProperty("caretally.root"), "pipeline/target/fixture-report");
    Files.createDirectories(look);
    Files.writeString(look.resolve("report.html"), html);
  }
}
