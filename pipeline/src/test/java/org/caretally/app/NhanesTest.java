package org.caretally.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * NHANES 2017-2018 from its seven files to the published tables, against the answers of R survey:
 * every prevalence, mean and correlation with standard error and interval, read from the CSV files
 * that a user gets.
 */
class NhanesTest {
  private static final Comparison COMPARISON = new Comparison("nhanes-2017-2018");

  @TempDir static Path folder;

  private static NhanesReference nhanes;

  @BeforeAll
  static void run() throws IOException {
    RealStudy study = RealStudy.in(folder, "nhanes-2017-2018");
    nhanes =
        new NhanesReference(
            study.reference(),
            study.run("study.yml"),
            study.run("study-screening.yml"),
            COMPARISON);
  }

  @AfterAll
  static void write() throws IOException {
    COMPARISON.write();
  }

  @Test
  void prevalences() {
    assertEquals(List.of(), nhanes.prevalences(23));
  }

  @Test
  void means() {
    nhanes.means();
  }

  @Test
  void correlationsOfBothDomains() {
    nhanes.correlations();
  }

  @Test
  void severityBands() {
    nhanes.bands();
  }
}
