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
 * NHANES 2011-2012, where one stratum has three clusters and some occupations have no case or a
 * handful of people, against the answers of R survey.
 */
class Nhanes2011Test {
  private static final Comparison COMPARISON = new Comparison("nhanes-2011-2012");

  @TempDir static Path folder;

  private static NhanesReference nhanes;

  @BeforeAll
  static void run() throws IOException {
    RealStudy study = RealStudy.in(folder, "nhanes-2011-2012");
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
    // R's interval is just under five points wide here, because it lets the effective sample grow
    // beyond n.
    assertEquals(List.of("18+ employed OCD241=19"), nhanes.prevalences(45));
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
