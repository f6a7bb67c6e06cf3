package org.caretally.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caretally.problem.Code;
import org.caretally.problem.Problem;
import org.caretally.problem.ProblemException;
import org.caretally.report.page.Checklists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference page names every key, and its examples are valid. */
class StudyPageTest {
  private static final List<Section> SECTIONS =
      List.of(
          Section.STUDY,
          Section.FILE,
          Section.WAVE,
          Section.COLUMN,
          Section.NUMBER,
          Section.DATE,
          Section.RECODE,
          Section.ONE_WAVE,
          Section.DISPOSITIONS,
          Section.CLEAN,
          Section.TEXTS,
          Section.DUPLICATES,
          Section.SPEEDERS,
          Section.ELIGIBLE,
          Section.INSTRUMENT,
          Section.DOMAIN,
          Section.CONDITION,
          Section.DESIGN,
          Section.WEIGHTING,
          Section.WEIGHTING_MARGIN,
          Section.WEIGHTING_CELLS,
          Section.TRIM,
          Section.ANALYSIS,
          Section.CORRELATIONS,
          Section.MODEL,
          Section.DOSE,
          Section.COMPARISONS,
          Section.DESCRIPTIVES,
          Section.IMPUTATION,
          Section.DISCLOSURE,
          ReportingReader.KEYS);

  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("caretally.root"), "pipeline", "docs", "study-file.md"));
  }

  private List<Problem> problems(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("s.yml"), text);
    try {
      StudyReader.read(file);
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }

  @Test
  void everyKeyIsOnThePage() throws IOException {
    String page = page();
    List<String> absent = new ArrayList<>();
    for (Section section : SECTIONS) {
      for (String key : section.examples().keySet()) {
        if (!Pattern.compile("[`{ ]" + key + "[:`]").matcher(page).find()) {
          absent.add(key);
        }
      }
    }
    assertEquals(List.of(), absent);
  }

  /**
   * Every key answers a line of a checklist, but for the version under the title, and every line
   * that asks has its key.
   */
  @Test
  void keysOfReportingAreThoseOfTheChecklists() {
    Set<String> keys = new TreeSet<>(Checklists.keys());
    keys.add("report_version");
    assertEquals(keys, new TreeSet<>(ReportingReader.KEYS.examples().keySet()));
  }

  @Test
  void aMistypedKeyOfReportingIsNamed() throws IOException {
    List<Problem> problems = problems("version: 1\nreporting: {fundng: The association}\n");
    Problem unknown =
        problems.stream().filter(p -> p.code() == Code.UNKNOWN_KEY).findFirst().orElseThrow();
    assertTrue(unknown.text().contains("funding"), unknown.text());
  }

  @Test
  void theFirstStudyIsValid() throws IOException {
    Matcher m = Pattern.compile("```yaml\n(version.*?)```", Pattern.DOTALL).matcher(page());
    assertTrue(m.find());
    assertEquals(List.of(), problems(m.group(1)));
  }

  /** The other examples only lack what the rest of a study would declare. */
  @Test
  void everyExampleIsWellFormed() throws IOException {
    Matcher m = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page());
    int count = 0;
    while (m.find()) {
      count++;
      for (Problem problem : problems(m.group(1))) {
        assertTrue(
            problem.code() == Code.MISSING_KEY || problem.code() == Code.UNKNOWN_NAME,
            () -> m.group(1) + problem.text());
      }
    }
    assertTrue(count >= 8, "examples found: " + count);
  }

  @Test
  void everyLineToPasteHoldsItsKey() throws IOException {
    for (String line : Section.STUDY.examples().values()) {
      for (Problem problem : problems(line + "\n")) {
        assertTrue(
            problem.code() == Code.MISSING_KEY
                || problem.code() == Code.UNKNOWN_NAME
                || problem.code() == Code.FILE_NOT_FOUND,
            () -> line + " " + problem.text());
        assertFalse(problem.fix().equals(line), line);
      }
    }
  }
}
