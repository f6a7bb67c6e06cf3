package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.caretally.report.PaperTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped example, printed: page one holds all headlines and where to get support. */
class ExamplePaperTest {
  @TempDir Path folder;

  @Test
  void pageOneIsTheDirectors() throws Exception {
    Runs.Result run =
        Runs.command(
            "run",
            Runs.ROOT.resolve("data/example").toString(),
            "--out",
            folder.resolve("reports").toString(),
            "--quiet");
    assertEquals(0, run.exit(), run.err());
    PaperTest.pageOneIsComplete(Path.of(run.out().strip()), folder);
  }
}
